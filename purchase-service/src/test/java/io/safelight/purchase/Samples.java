package io.safelight.purchase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.envelope.EnvelopeJson;

/**
 * The golden messages that producers and consumers agree on.
 */
public final class Samples {

	private Samples() {
	}

	public static Envelope envelope(String type) {
		try {
			return EnvelopeJson.read(Files.readString(Path.of("..", "contracts", "samples", type + ".json")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static <T> T data(String type, Class<T> as) {
		return EnvelopeJson.read(envelope(type).data(), as);
	}

	public static MessageContext context(String type) {
		return MessageContext.of(envelope(type), 1);
	}

}
