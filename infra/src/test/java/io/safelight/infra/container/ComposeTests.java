package io.safelight.infra.container;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.safelight.infra.Services;
import io.safelight.infra.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How it all runs on one machine with Docker: the file against itself, against the
 * Dockerfile and against the services.
 */
class ComposeTests {

	private static final Compose COMPOSE = Compose.here();

	private static final Dockerfile DOCKERFILE = Dockerfile.here();

	@Test
	void fitsTogether() {
		assertThat(ComposeFaults.of(COMPOSE, DOCKERFILE)).isEmpty();
	}

	@Test
	void buildsFromPinnedImagesAndRunsAsNobody() {
		assertThat(DOCKERFILE.faults()).isEmpty();
	}

	/** Otherwise a container of 512 MB ends at once: "Unable to use AOT cache". */
	@Test
	void startsWithRoomForTheObjectsOfTheStartCache() throws IOException {
		assertThat(Files.readAllLines(Compose.ROOT.resolve("docker/java.options"))).contains("-Xms64m");
	}

	@Test
	void runsEveryServiceAndTheGateway() {
		Map<String, String> ports = new TreeMap<>();
		COMPOSE.services()
			.values()
			.stream()
			.filter((service) -> service.isOurs() && !service.argument("MODULE").equals("local-cloud"))
			.forEach((service) -> ports.put(service.name(), service.argument("PORT")));
		assertThat(ports).isEqualTo(Services.ports());
		assertThat(DOCKERFILE.modules()).containsExactlyInAnyOrderElementsOf(
				COMPOSE.built().stream().map((image) -> image.replace("safelight/", "")).toList());
	}

	@Test
	void runsLocalStackUnlessToldOtherwise() throws IOException {
		assertThat(COMPOSE.profiles()).containsExactly("local-cloud", "localstack");
		assertThat(Files.readString(Compose.ROOT.resolve(".env"))).contains("COMPOSE_PROFILES=localstack\n");
		assertThat(COMPOSE.services().get("localstack").image()).isEqualTo("localstack/localstack:4.14.0");
	}

	@Test
	void scrapesEveryService() throws IOException {
		String text = Files.readString(Compose.ROOT.resolve("ops/prometheus.yml"));
		Map<?, ?> prometheus = (Map<?, ?>) Yaml.documents(text).getFirst();
		Map<?, ?> job = (Map<?, ?>) ((List<?>) prometheus.get("scrape_configs")).getFirst();
		Map<?, ?> targets = (Map<?, ?>) ((List<?>) job.get("static_configs")).getFirst();
		Set<String> services = new TreeSet<>();
		Services.ports().forEach((name, port) -> services.add(name + ":" + port));
		services.remove("gateway:" + Services.ports().get("gateway"));
		assertThat(new TreeSet<>((List<?>) targets.get("targets")).toString()).isEqualTo(services.toString());
	}

	/** A fault and what is said of it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					image: localstack/localstack:4.14.0        | image: localstack/localstack:latest         | not pinned
					image: prom/prometheus:v3.13.3             | image: prom/prometheus                      | not pinned
					image: safelight/upload-service            | image: safelight/uploader                   | calls its image safelight/uploader
					MODULE: upload-service, PORT: 8081         | MODULE: uploader, PORT: 8081                | nothing builds its module uploader
					MODULE: upload-service, PORT: 8081         | MODULE: upload-service, PORT: 8082          | upload: listens at 8081
					MODULE: upload-service, PORT: 8081         | MODULE: upload-service, DOOR: 8081          | has arguments that the Dockerfile does not
					"127.0.0.1:8080:8080"                      | "8080:8080"                                 | published to others
					"127.0.0.1:3000:3000"                      | "0.0.0.0:3000:3000"                         | published to others
					"127.0.0.1:3000:3000"                      | "127.0.0.1:9090:3000"                       | two publish one port
					healthcheck: *healthcheck                  | healthchecks: *healthcheck                  | unknown key healthchecks
					healthcheck: *healthcheck                  | networks: {}                                | has no health check
					aliases: [aws] }                           | aliases: [azure] }                          | nobody is at http://aws:4566 with localstack
					SAFELIGHT_SEARCH_INDEXDIR                  | SAFELIGHT_SEARCH_INDEX_DIR                  | does not read SAFELIGHT_SEARCH_INDEX_DIR
					AWS_ENDPOINT_URL_SESV2                     | AWS_ENDPOINT_URL_SES                        | does not read AWS_ENDPOINT_URL_SES
					EXTRA_CORS_ALLOWED_ORIGINS                 | EXTRA_CORS_ORIGINS                          | does not read EXTRA_CORS_ORIGINS
					SAFELIGHT_UPLOAD_URL: http://upload:8081   | SAFELIGHT_UPLOAD_URL: http://uploads:8081   | nobody is at http://uploads:8081
					condition: service_healthy, required: false| condition: service_started, required: false | does not wait until
					upload: { condition: service_healthy }     | uploads: { condition: service_healthy }     | waits for nobody: uploads
					condition: service_healthy, required: false| condition: service_healthy                  | does not run with
					read_only: true                            | read_only: false                            | may write to its image
					cap_drop: [ALL]                            | cap_drop: [NET_RAW]                         | keeps capabilities
					tmpfs: ["/tmp:size=64m"]                   | tmpfs: ["/run"]                             | has no /tmp of limited size
					/tmp:size=1g,exec                          | /tmp:size=1g                                | cannot load the library
							stop_grace_period: 90s                     | stop_grace_period: 10s                      | is killed before
					mem_limit: 4g                              | mem_limit: lots                             | has no limit of memory
					./ops/prometheus.yml:                      | ./ops/prometheus.yaml:                      | mounts what is not there
					metrics:/prometheus                        | metric:/prometheus                          | volumes: are
					""")
	void hasItsFaultsFound(String text, String fault, String said) {
		assertThat(Compose.text()).contains(text);
		Compose faulty = Compose.of(replaced(Compose.text(), text, fault));
		assertThat(ComposeFaults.of(faulty, DOCKERFILE)).anyMatch((line) -> line.contains(said));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			debian:trixie-20260803-slim | debian:latest  | not pinned: debian:latest
			FROM ${BASE_IMAGE} AS       | FROM debian AS | not pinned: debian
			USER 10001:10001            | USER root      | do not run as 10001
			HEALTHCHECK                 | LABEL          | no health check
			""")
	void hasTheFaultsOfItsDockerfileFound(String text, String fault, String said) throws IOException {
		String dockerfile = Files.readString(Compose.ROOT.resolve("Dockerfile"));
		assertThat(dockerfile).contains(text);
		assertThat(Dockerfile.of(dockerfile.replace(text, fault)).faults()).anyMatch((line) -> line.contains(said));
	}

	private static String replaced(String all, String text, String replacement) {
		int at = all.indexOf(text);
		return all.substring(0, at) + replacement + all.substring(at + text.length());
	}

}
