package io.safelight.benchmarks.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A local cloud in a process of its own, in memory, on free ports, with the limits that
 * {@code ./safelight up} gives it.
 */
final class CloudProcess implements AutoCloseable {

	private static final Pattern READY = Pattern.compile("local-cloud ready on (\\S+).*");

	private final Process process;

	private final URI endpoint;

	private CloudProcess(Process process, URI endpoint) {
		this.process = process;
		this.endpoint = endpoint;
	}

	static CloudProcess start() throws IOException {
		Path home = Path.of(Objects.requireNonNullElse(System.getProperty("safelight.home"), ".")).toAbsolutePath();
		Path jar = home.resolve("local-cloud/target/local-cloud-0.1.0-SNAPSHOT.jar");
		Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx320m", "-Xss512k", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1",
				"--sun-misc-unsafe-memory-access=allow", "-jar", jar.toString(), "--port", "0", "--identity-port", "0",
				"--parent", String.valueOf(ProcessHandle.current().pid())))
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return new CloudProcess(process, readEndpoint(process));
	}

	private static URI readEndpoint(Process process) throws IOException {
		BufferedReader output = process.inputReader();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			Matcher matcher = READY.matcher(line);
			if (matcher.matches()) {
				Thread.ofVirtual().start(() -> output.lines().forEach((ignored) -> {
				}));
				return URI.create(matcher.group(1));
			}
		}
		throw new IOException("The local cloud did not start; build it: mvn package -DskipTests");
	}

	URI endpoint() {
		return this.endpoint;
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
