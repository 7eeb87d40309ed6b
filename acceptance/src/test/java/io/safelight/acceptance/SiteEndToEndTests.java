package io.safelight.acceptance;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People use the site in a real browser: {@code web/e2e} has what they do. Their
 * screenshots are left in {@code web/screenshots}.
 */
@Order(4)
class SiteEndToEndTests {

	private static final Path WEB = Path.of(System.getProperty("safelight.home"), "web");

	private static final Path LOG = Path.of(System.getProperty("safelight.home"), "acceptance/target/stories.log");

	private static Marketplace marketplace;

	@BeforeAll
	static void letPeopleModerate() throws Exception {
		Assumptions.assumeTrue(browser().isPresent(),
				"no Chromium was found: install Debian's chromium, or name another one in SAFELIGHT_BROWSER");
		Assumptions.assumeTrue(Files.exists(WEB.resolve("node_modules/playwright-core")),
				"the packages of web/ are not there: build that module first");
		marketplace = Marketplace.running();
		if (Marketplace.isOwn()) {
			Marketplace.restartWithModerators();
		}
	}

	@AfterAll
	static void letPhotosPass() throws Exception {
		if (marketplace != null && Marketplace.isOwn()) {
			Marketplace.restart("publication");
		}
	}

	private static Optional<Path> browser() {
		return Stream
			.of(System.getenv("SAFELIGHT_BROWSER"), "/usr/bin/chromium", "/usr/bin/chromium-browser",
					"/usr/bin/google-chrome", "/opt/google/chrome/chrome")
			.filter(Objects::nonNull)
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	@Test
	void tellsAllItsStories() throws Exception {
		Process stories = stories();
		boolean ended = stories.waitFor(10, TimeUnit.MINUTES);
		stories.descendants().forEach(ProcessHandle::destroy);
		stories.destroy();
		assertThat(ended && stories.waitFor() == 0).as(() -> read(LOG)).isTrue();
	}

	private static Process stories() throws Exception {
		Files.createDirectories(LOG.getParent());
		ProcessBuilder builder = new ProcessBuilder(
				List.of("node", "node_modules/vitest/vitest.mjs", "run", "--config", "e2e/vitest.config.ts"))
			.directory(WEB.toFile())
			.redirectInput(new File("/dev/null"))
			.redirectErrorStream(true)
			.redirectOutput(LOG.toFile());
		builder.environment().put("SAFELIGHT_URL", marketplace.gateway());
		builder.environment().put("SAFELIGHT_BROWSER", browser().orElseThrow().toString());
		builder.environment().put("NO_COLOR", "1");
		return builder.start();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (java.io.IOException ex) {
			return ex.toString();
		}
	}

}
