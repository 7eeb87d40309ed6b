package io.safelight.benchmarks.cost;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A marketplace of its own beside whatever runs, with the waits of a deployment: what
 * makes a machine's own one stop sooner would cost more receives.
 *
 * @param home the checkout
 * @param state where it keeps everything
 * @param offset what is added to its ports
 */
record Marketplace(Path home, Path state, int offset) implements AutoCloseable {

	private static final int ABOVE = 30_000;

	/** Otherwise what is asked for the comparison of notes would come minutes later. */
	private static final Map<String, String> SETTINGS = Map.of("SAFELIGHT_MESSAGING_QUEUE_RECEIVEWAIT", "10s",
			"SAFELIGHT_MESSAGING_RECONCILER_INTERVAL", "30s", "SAFELIGHT_MESSAGING_RECONCILER_GRACE", "15s");

	/** How long until consumers and senders have compared notes. */
	static final Duration SETTLED = Duration.ofSeconds(75);

	static Marketplace start() throws IOException, InterruptedException {
		Path home = Path.of(Objects.requireNonNullElse(System.getProperty("safelight.home"), ".")).toAbsolutePath();
		int offset = Optional.ofNullable(System.getenv("SAFELIGHT_PORT_OFFSET")).map(Integer::parseInt).orElse(ABOVE);
		Marketplace marketplace = new Marketplace(home, home.resolve(".safelight/cost"), offset);
		marketplace.deleteState();
		Runtime.getRuntime().addShutdownHook(new Thread(marketplace::close));
		marketplace.run("up", "--detach", "--no-samples", "--no-cache");
		return marketplace;
	}

	String cloud() {
		return url(4566);
	}

	String gateway() {
		return url(8080);
	}

	String identity() {
		return url(9000);
	}

	private String url(int port) {
		return "http://127.0.0.1:" + (port + this.offset);
	}

	/** Processor time of everything but the cloud since each process began. */
	Duration processorTime() throws IOException {
		Duration sum = Duration.ZERO;
		try (Stream<Path> pids = Files.list(this.state.resolve("run"))) {
			for (Path pid : pids.filter((file) -> !file.endsWith("local-cloud.pid")).toList()) {
				sum = sum.plus(processorTime(Long.parseLong(Files.readString(pid).strip())));
			}
		}
		return sum;
	}

	private static Duration processorTime(long pid) {
		return ProcessHandle.of(pid)
			.stream()
			.flatMap((process) -> Stream.concat(Stream.of(process), process.descendants()))
			.map((process) -> process.info().totalCpuDuration().orElse(Duration.ZERO))
			.reduce(Duration.ZERO, Duration::plus);
	}

	private void deleteState() throws IOException {
		if (Files.exists(this.state)) {
			try (Stream<Path> files = Files.walk(this.state)) {
				for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
		Files.createDirectories(this.state);
	}

	private void run(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Dsafelight.home=" + this.home, "-jar",
				this.home.resolve("cli/target/cli-0.1.0-SNAPSHOT.jar").toString()));
		command.addAll(List.of(arguments));
		Path log = this.state.resolve(arguments[0] + ".log");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Redirect.to(log.toFile()));
		builder.environment().putAll(SETTINGS);
		builder.environment().put("SAFELIGHT_STATE", this.state.toString());
		builder.environment().put("SAFELIGHT_PORT_OFFSET", Integer.toString(this.offset));
		if (builder.start().waitFor() != 0) {
			throw new IOException("safelight " + arguments[0] + " failed, see " + log);
		}
	}

	@Override
	public void close() {
		try {
			if (Files.exists(this.state.resolve("run/local-cloud.pid"))) {
				run("down");
			}
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
