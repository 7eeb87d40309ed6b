package io.safelight.acceptance;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The marketplace under test: the one that {@code SAFELIGHT_URL} names, with the AWS
 * endpoint of the SDK's own variables, or one that is started for these tests beside
 * whatever else runs on this machine, with a state of its own.
 *
 * @param gateway its one entrance
 * @param identity its identity provider
 * @param aws its AWS endpoint, or null for AWS itself
 */
record Marketplace(String gateway, String identity, String aws) {

	private static final int PORT_OFFSET = 10_000;

	private static final Optional<Marketplace> GIVEN = Optional.ofNullable(System.getenv("SAFELIGHT_URL"))
		.map((url) -> new Marketplace(url, environment("SAFELIGHT_ISSUER", "http://127.0.0.1:9000"),
				environment("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")));

	private static Marketplace started = new Marketplace("", "", "");

	private static String traces = "";

	private static String environment(String name, String otherwise) {
		return Objects.requireNonNullElse(System.getenv(name), otherwise);
	}

	static synchronized Marketplace running() throws IOException, InterruptedException {
		if (GIVEN.isPresent()) {
			return GIVEN.get();
		}
		if (started.gateway().isEmpty()) {
			Runtime.getRuntime().addShutdownHook(new Thread(Marketplace::stop));
			Path state = state();
			deleteAll(state);
			Files.createDirectories(state);
			run(state.resolve("up.log").toFile(), 12, "up", "--detach", "--no-samples", "--no-cache");
			started = new Marketplace(url(8080), url(9000), url(4566));
		}
		return started;
	}

	/** Where one of its own processes answers. */
	static String url(int port) {
		return "http://127.0.0.1:" + (port + PORT_OFFSET);
	}

	private static Path state() {
		return Path.of(System.getProperty("safelight.acceptance.state"));
	}

	/** Runs the audit and answers what it printed, its exit code as the last line. */
	static String audit() throws IOException, InterruptedException {
		File log = Files.createTempFile("safelight-audit", ".log").toFile();
		int exit = start(log, "audit").waitFor();
		return Files.readString(log.toPath()) + "\nexit " + exit;
	}

	/** Whether its processes are ours to be killed. */
	static boolean isOwn() {
		return GIVEN.isEmpty();
	}

	/** Kills a process and starts it again; returns when it is healthy. */
	static void kill(String service) throws IOException, InterruptedException {
		restart(Map.of(), service, "--kill");
	}

	/** Starts a process again with a clock that differs by so much. */
	static void restartWithClock(String service, Duration offset) throws IOException, InterruptedException {
		restart(Map.of("SAFELIGHT_CLOCK_OFFSET", offset.toSeconds() + "s"), service);
	}

	/**
	 * Starts the publication again so that a person decides about each photo that nobody
	 * has looked at, which is every one where there is no model.
	 */
	static void restartWithModerators() throws IOException, InterruptedException {
		restart(Map.of("SAFELIGHT_PUBLICATION_MODERATION_WHENNOTEVALUATED", "person"), "publication");
	}

	/** Starts a process again, with the settings that it had in the beginning. */
	static void restart(String service) throws IOException, InterruptedException {
		restart(Map.of(), service);
	}

	private static void restart(Map<String, String> environment, String... arguments)
			throws IOException, InterruptedException {
		Path log = Files.createTempFile("safelight-restart", ".log");
		List<String> command = new ArrayList<>(List.of("restart"));
		command.addAll(List.of(arguments));
		int exit = start(log.toFile(), environment, command.toArray(String[]::new)).waitFor();
		if (exit != 0) {
			throw new IllegalStateException(command + " failed:\n" + Files.readString(log));
		}
	}

	private static void run(File log, int minutes, String... arguments) throws IOException, InterruptedException {
		Process process = start(log, arguments);
		if (!process.waitFor(minutes, TimeUnit.MINUTES) || process.exitValue() != 0) {
			process.destroy();
			throw new IllegalStateException(
					"safelight " + arguments[0] + " failed:\n" + Files.readString(log.toPath()));
		}
	}

	private static Process start(File log, String... arguments) throws IOException {
		return start(log, Map.of(), arguments);
	}

	private static Process start(File log, Map<String, String> environment, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-Dsafelight.home=" + System.getProperty("safelight.home"), "-jar",
						System.getProperty("safelight.cli.jar")));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
		if (GIVEN.isEmpty()) {
			builder.environment()
				.putAll(Map.of("SAFELIGHT_STATE", state().toString(), "SAFELIGHT_PORT_OFFSET",
						Integer.toString(PORT_OFFSET), "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
						traces()));
		}
		builder.environment().putAll(environment);
		return builder.start();
	}

	private static synchronized String traces() throws IOException {
		if (traces.isEmpty()) {
			traces = Collector.start();
		}
		return traces;
	}

	private static void stop() {
		try {
			run(state().resolve("down.log").toFile(), 3, "down");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void deleteAll(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (var files = Files.walk(folder)) {
				for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	S3Client s3() {
		return S3Client.builder()
			.endpointOverride(URI.create(this.aws))
			.region(Region.US_EAST_1)
			.forcePathStyle(true)
			.credentialsProvider(credentials())
			.build();
	}

	SnsClient sns() {
		return SnsClient.builder()
			.endpointOverride(URI.create(this.aws))
			.region(Region.US_EAST_1)
			.credentialsProvider(credentials())
			.build();
	}

	SqsClient sqs() {
		return SqsClient.builder()
			.endpointOverride(URI.create(this.aws))
			.region(Region.US_EAST_1)
			.credentialsProvider(credentials())
			.build();
	}

	private static AwsCredentialsProvider credentials() {
		return (System.getenv("AWS_ACCESS_KEY_ID") != null) ? DefaultCredentialsProvider.builder().build()
				: StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
	}

	User anonymous() {
		return new User(this, "", "");
	}

	User user(String name) throws IOException, InterruptedException {
		return User.signedIn(this, name, Map.of());
	}

}
