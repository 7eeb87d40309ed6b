package io.safelight.messaging.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A local cloud in a process of its own, everything in memory, on free ports. It ends
 * with this JVM.
 */
final class LocalCloudProcess {

	private static final String JAR = "safelight.local-cloud.jar";

	private static final Pattern READY = Pattern.compile("local-cloud ready on (\\S+)(?: identity (\\S+))?");

	private static final long PATIENCE_SECONDS = 90;

	private final Process process;

	private final Path log;

	private final CompletableFuture<LocalCloud> ready = new CompletableFuture<>();

	private long shown;

	private LocalCloudProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	static LocalCloudProcess start() {
		try {
			Path log = Files.createTempFile("local-cloud", ".log");
			log.toFile().deleteOnExit();
			Process process = new ProcessBuilder(command(jar())).redirectError(log.toFile()).start();
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			LocalCloudProcess started = new LocalCloudProcess(process, log);
			Thread.ofVirtual().start(started::readOutput);
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The local cloud does not start", ex);
		}
	}

	/**
	 * Waits until the cloud is ready.
	 * @return where it answers
	 */
	LocalCloud cloud() {
		try {
			return this.ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			this.process.destroyForcibly();
			throw new IllegalStateException("The local cloud is not ready. Its log:\n" + newLog(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What was logged since the last call.
	 * @return the lines
	 */
	String newLog() {
		try {
			String all = Files.readString(this.log);
			String rest = all.substring((int) Math.min(this.shown, all.length()));
			this.shown = all.length();
			return rest;
		}
		catch (IOException ex) {
			return "(not readable: " + ex + ")";
		}
	}

	private void readOutput() {
		try (BufferedReader output = this.process.inputReader()) {
			output.lines().forEach(this::read);
			this.ready.completeExceptionally(new IllegalStateException("The process has ended"));
		}
		catch (IOException | UncheckedIOException ex) {
			this.ready.completeExceptionally(ex);
		}
	}

	private void read(String line) {
		Matcher matcher = READY.matcher(line);
		if (matcher.find()) {
			Optional<URI> issuer = Optional.ofNullable(matcher.group(2)).map(URI::create);
			this.ready.complete(new LocalCloud(URI.create(matcher.group(1)), issuer));
		}
	}

	private static List<String> command(Path jar) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
				"-Xmx384m", "-XX:TieredStopAtLevel=1", "--sun-misc-unsafe-memory-access=allow", "-jar", jar.toString(),
				"--port", "0", "--identity-port", "0", "--parent", String.valueOf(ProcessHandle.current().pid()));
	}

	private static Path jar() throws IOException {
		String given = System.getProperty(JAR);
		Path jar = (given != null) ? Path.of(given) : nearby(Path.of("").toAbsolutePath());
		if (!Files.exists(jar)) {
			throw new IllegalStateException(jar + " is missing. Build it: mvn -pl local-cloud -am package -DskipTests");
		}
		return jar;
	}

	// For tests that are run by an editor, which does not know the build's properties.
	private static Path nearby(Path directory) throws IOException {
		for (Path parent = directory; parent != null; parent = parent.getParent()) {
			Path target = parent.resolve("local-cloud").resolve("target");
			if (Files.isDirectory(target)) {
				try (Stream<Path> files = Files.list(target)) {
					return files.filter((file) -> file.getFileName().toString().matches("local-cloud-[0-9].*\\.jar"))
						.findFirst()
						.orElse(target.resolve("local-cloud.jar"));
				}
			}
		}
		return directory.resolve("local-cloud.jar");
	}

}
