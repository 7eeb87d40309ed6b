package io.safelight.imaging.darkroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the machine's memory this process occupies.
 */
final class ResidentMemory {

	private static final Path STATUS = Path.of("/proc/self/status");

	/** A heap grown beyond this by a picture is given back before the next one. */
	private static final long WORTH_TIDYING = 96 << 20;

	private ResidentMemory() {
	}

	/** Gives back what the last picture has left, then measures. */
	static long afterTidying() {
		if (Runtime.getRuntime().totalMemory() > WORTH_TIDYING) {
			System.gc();
		}
		return bytes();
	}

	/** 0 where the operating system does not tell. */
	static long bytes() {
		try {
			return Files.readAllLines(STATUS)
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
