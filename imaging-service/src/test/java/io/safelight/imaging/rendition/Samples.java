package io.safelight.imaging.rendition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.envelope.EnvelopeJson;

/**
 * The golden messages of {@code contracts/samples}.
 */
final class Samples {

	private Samples() {
	}

	static Envelope envelope(String type) {
		try {
			return EnvelopeJson.read(Files.readString(directory().resolve(type + ".json")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path directory() {
		Path here = Path.of("").toAbsolutePath();
		while (!Files.isDirectory(here.resolve("contracts/samples"))) {
			here = java.util.Objects.requireNonNull(here.getParent(), "the tests run within the project");
		}
		return here.resolve("contracts/samples");
	}

}
