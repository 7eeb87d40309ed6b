package io.safelight.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What people see: lines that stay, and one line that changes while something goes on.
 * Without a terminal only the lines that stay are printed.
 */
final class Console {

	private final PrintStream out;

	private final boolean terminal;

	private boolean changing;

	Console(PrintStream out, boolean terminal) {
		this.out = out;
		this.terminal = terminal;
	}

	static Console standard() {
		return new Console(System.out, System.console() != null && System.console().isTerminal());
	}

	synchronized void line(String text) {
		clear();
		this.out.println(text);
		this.out.flush();
	}

	/** Replaces the line that was last shown this way. */
	synchronized void progress(String text) {
		if (this.terminal) {
			clear();
			this.out.print(text);
			this.out.flush();
			this.changing = true;
		}
	}

	private void clear() {
		if (this.changing) {
			this.out.print("\r\u001b[2K");
			this.changing = false;
		}
	}

	String bold(String text) {
		return this.terminal ? "\u001b[1m" + text + "\u001b[0m" : text;
	}

	String colour(int index, String text) {
		return this.terminal ? "\u001b[3" + (1 + index % 6) + "m" + text + "\u001b[0m" : text;
	}

	static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
	}

}
