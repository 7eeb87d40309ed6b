package io.safelight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Several logs as one, each line with the name of its process before it.
 */
final class LogFollower {

	private final Console console;

	private final Map<String, LogTail> logs = new LinkedHashMap<>();

	private int width;

	LogFollower(Console console) {
		this.console = console;
	}

	void add(String name, Path log) {
		this.logs.put(name, new LogTail(log));
		this.width = Math.max(this.width, name.length());
	}

	void fromNowOn() {
		try {
			for (LogTail log : this.logs.values()) {
				log.skipToEnd();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void last(int lines) throws IOException {
		int index = 0;
		for (Map.Entry<String, LogTail> log : this.logs.entrySet()) {
			String prefix = prefix(index++, log.getKey());
			log.getValue().last(lines).forEach((line) -> this.console.line(prefix + line));
		}
	}

	void poll() {
		int index = 0;
		for (Map.Entry<String, LogTail> log : this.logs.entrySet()) {
			String prefix = prefix(index++, log.getKey());
			try {
				log.getValue().added().forEach((line) -> this.console.line(prefix + line));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private String prefix(int index, String name) {
		return this.console.colour(index, name + " ".repeat(this.width - name.length()) + " | ");
	}

}
