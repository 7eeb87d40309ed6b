package io.safelight.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code contracts/openapi} is what the services say of themselves: clients, and the
 * site, are made from it. What a service says now is left in {@code target/openapi}, to
 * be copied there when the change is meant.
 */
@Order(3)
class PublishedApiEndToEndTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	private static final Path HOME = Path.of(System.getProperty("safelight.home"));

	@ParameterizedTest
	@ValueSource(strings = { "upload", "publication", "imaging", "catalog", "search", "purchase", "notification" })
	void isWhatTheServiceSays(String service) throws Exception {
		ObjectNode said = (ObjectNode) JSON
			.readTree(Marketplace.running().anonymous().get("/docs/specs/" + service).text());
		// Where it runs is no part of what it promises.
		said.remove("servers");
		Path found = keep(service, said);
		JsonNode published = JSON.readTree(HOME.resolve("contracts/openapi/" + service + ".json"));
		assertThat(JSON.writeValueAsString(published)).as("%s; if it is meant, copy it to contracts/openapi", found)
			.isEqualTo(JSON.writeValueAsString(said));
	}

	private static Path keep(String service, JsonNode said) throws IOException {
		Path found = HOME.resolve("acceptance/target/openapi/" + service + ".json");
		Files.createDirectories(found.getParent());
		return Files.writeString(found, JSON.writeValueAsString(said) + "\n");
	}

}
