package io.safelight.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.safelight.publication.moderation.SeenLabel;
import io.safelight.publication.moderation.WhenNotEvaluated;
import io.safelight.publication.saga.Verdict;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicationPropertiesTests {

	private static final Pattern DEADLINE = Pattern.compile("^\\| `([A-Z]+)` \\|.*\\| `(\\d+[smhd])` \\|",
			Pattern.MULTILINE);

	private static PublicationProperties bind(Map<String, Object> environment) throws IOException {
		StandardEnvironment spring = new StandardEnvironment();
		spring.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
		new YamlPropertySourceLoader().load("ours", new ClassPathResource("application.yml"))
			.forEach(spring.getPropertySources()::addLast);
		ConfigurationPropertySources.attach(spring);
		return Binder.get(spring).bindOrCreate("safelight.publication", PublicationProperties.class);
	}

	@Test
	void hasTheDeadlinesThatAreDocumented() throws IOException {
		PublicationProperties.Deadlines deadlines = bind(Map.of()).deadlines();
		Map<String, Duration> documented = new HashMap<>();
		DEADLINE.matcher(Files.readString(Path.of("..", "docs", "publication-saga.md")))
			.results()
			.forEach((row) -> documented.put(row.group(1), DurationStyle.detectAndParse(row.group(2))));
		assertThat(documented).isEqualTo(Map.of("ANALYSING", deadlines.analyse(), "MODERATING", deadlines.moderate(),
				"RENDERING", deadlines.render(), "LISTING", deadlines.list(), "ARCHIVING", deadlines.archive(),
				"COMPENSATING", deadlines.compensate()));
	}

	@Test
	void asksAPersonUnlessToldOtherwise() throws IOException {
		assertThat(bind(Map.of()).moderation().whenNotEvaluated()).isEqualTo(WhenNotEvaluated.PERSON);
		assertThat(bind(Map.of("SAFELIGHT_PUBLICATION_MODERATION_WHENNOTEVALUATED", "approve")).moderation()
			.whenNotEvaluated()).isEqualTo(WhenNotEvaluated.APPROVE);
	}

	@Test
	void bringsBandsThatRefuseAndBandsThatLetPass() throws IOException {
		PublicationProperties.Moderation moderation = bind(Map.of()).moderation();
		assertThat(moderation.policy().judge(List.of(new SeenLabel("Hate Symbols", null, 99))).verdict())
			.isInstanceOf(Verdict.Refused.class);
		assertThat(moderation.policy().judge(List.of(new SeenLabel("Alcohol", null, 99))).verdict())
			.isInstanceOf(Verdict.Approved.class);
	}

}
