package io.safelight.benchmarks.imaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A persistent worker and what Linux counts of it. Used by one thread.
 */
final class WorkerProcess implements AutoCloseable {

	private static final double TICK_MILLIS = 10;

	private final Process process;

	private final PrintStream out;

	private final BufferedReader in;

	private final String greeting;

	WorkerProcess(List<String> command, Path log) throws IOException {
		this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
		this.out = new PrintStream(this.process.getOutputStream(), true, StandardCharsets.UTF_8);
		this.in = this.process.inputReader();
		this.greeting = hear();
	}

	/** What it is, in its own words. */
	String greeting() {
		return this.greeting;
	}

	/** Makes a set that nobody keeps. */
	Cost make(Path picture) throws IOException {
		return make(picture, "-", true);
	}

	/** Makes a set without watermark and keeps it in a folder. */
	void keep(Path picture, Path folder) throws IOException {
		make(picture, folder.toString(), false);
	}

	private Cost make(Path picture, String folder, boolean marked) throws IOException {
		long before = cpuNanos();
		long ticks = ticks();
		this.out.println(picture + "\t" + folder + "\t" + (marked ? "marked" : "unmarked"));
		long bytes = Long.parseLong(hear());
		return new Cost(millis(cpuNanos() - before, ticks() - ticks), bytes);
	}

	private String hear() throws IOException {
		String line = this.in.readLine();
		if (line == null) {
			throw new IOException("A worker has died; see its log");
		}
		return line;
	}

	/** Threads that end take their time with them; the process's own count keeps it. */
	private static double millis(long nanos, long ticks) {
		double coarse = ticks * TICK_MILLIS;
		double fine = nanos / 1e6;
		return (coarse > fine + 2 * TICK_MILLIS) ? coarse : fine;
	}

	/** User and system time of the process (proc(5), fields 14 and 15 of stat). */
	private long ticks() throws IOException {
		String stat = Files.readString(Path.of("/proc/" + this.process.pid() + "/stat"));
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
	}

	/** Time on a processor of all threads, those of collector and compiler included. */
	private long cpuNanos() throws IOException {
		long sum = 0;
		try (Stream<Path> tasks = Files.list(Path.of("/proc/" + this.process.pid() + "/task"))) {
			for (Path task : tasks.toList()) {
				try {
					sum += Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
				}
				catch (NoSuchFileException ex) {
					// The thread has ended meanwhile.
				}
			}
		}
		return sum;
	}

	/** The most memory it has had so far, in megabytes. */
	long peakMegabytes() throws IOException {
		return Files.readAllLines(Path.of("/proc/" + this.process.pid() + "/status"))
			.stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToLong((line) -> Long.parseLong(line.toLowerCase(Locale.ROOT).replaceAll("[^0-9]", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

	@Override
	public void close() {
		this.out.close();
		this.process.destroy();
	}

	/**
	 * What one set took.
	 *
	 * @param millis on a processor
	 * @param bytes of all its files
	 */
	record Cost(double millis, long bytes) {
	}

}
