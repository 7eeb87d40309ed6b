package io.safelight.imaging.darkroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a worker is started: the same Java and class path as the service, nothing of its
 * environment (there are credentials in it), little memory.
 */
final class WorkerCommand {

	private static final Path SHELL = Path.of("/bin/sh");

	/** What a process may know of the service's environment. */
	private static final List<String> HARMLESS = List.of("PATH", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "TMPDIR");

	private final String mainClass;

	private final WorkerSettings settings;

	WorkerCommand(String mainClass, WorkerSettings settings) {
		this.mainClass = mainClass;
		this.settings = settings;
	}

	Process start() throws IOException {
		ProcessBuilder builder = new ProcessBuilder(limited(java()));
		Map<String, String> environment = builder.environment();
		environment.keySet().retainAll(HARMLESS);
		// One arena, and large blocks back to the system as soon as they are free.
		environment.put("MALLOC_ARENA_MAX", "1");
		environment.put("MALLOC_MMAP_THRESHOLD_", "262144");
		return builder.start();
	}

	private List<String> java() {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-XX:+UseSerialGC", "-Xms24m", "-Xmx" + (this.settings.heap() >> 20) + "m", "-Xss512k",
				"-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:ActiveProcessorCount=1",
				"-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash",
				"-XX:+DisplayVMOutputToStderr", "-XX:ErrorFile=/dev/null", "-Xshare:auto",
				"--enable-native-access=ALL-UNNAMED", "--add-modules", "jdk.incubator.vector"));
		System.getProperties()
			.stringPropertyNames()
			.stream()
			.filter((name) -> name.startsWith("safelight.imaging.") || name.equals("java.io.tmpdir"))
			.sorted()
			.forEach((name) -> command.add("-D" + name + "=" + System.getProperty(name)));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), this.mainClass));
		command.addAll(this.settings.limits().asArguments());
		return command;
	}

	/**
	 * Wherever there is a shell, its limit of the data segment, which on Linux is all
	 * memory that a process may write and shares with nobody (setrlimit(2),
	 * {@code RLIMIT_DATA}); elsewhere the heap's limit alone. A core dump would be a copy
	 * of the photograph.
	 */
	private List<String> limited(List<String> java) {
		if (!Files.isExecutable(SHELL)) {
			return java;
		}
		List<String> command = new ArrayList<>(List.of(SHELL.toString(), "-c",
				"ulimit -c 0; ulimit -d " + (this.settings.memory() >> 10) + " 2>/dev/null; exec \"$@\"", "worker"));
		command.addAll(java);
		return command;
	}

}
