package io.safelight.messaging.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Why a message was parked.
 *
 * @param reason for people, at most 1,000 characters
 * @param stackHash the same for the same cause at the same place, whatever the message
 * said; null where nothing was thrown
 */
public record Failure(String reason, @Nullable String stackHash) {

	private static final int MOST_REASON = 1000;

	private static final int HASH_DIGITS = 16;

	public Failure {
		reason = (reason.length() <= MOST_REASON) ? reason : reason.substring(0, MOST_REASON - 1) + "…";
	}

	/** Nothing was thrown. */
	public static Failure of(String reason) {
		return new Failure(reason, null);
	}

	/** A message that its handler, or the reading of it, refused for good. */
	static Failure refused(Exception ex) {
		return new Failure(String.valueOf(ex.getMessage()), stackHash(ex));
	}

	/** A message that was tried often enough. */
	static Failure exhausted(int times, Exception last) {
		return new Failure("Received " + times + " times without success. Last failure: " + last, stackHash(last));
	}

	/** Of the types and places of everything that was thrown; texts may hold anything. */
	private static String stackHash(Exception ex) {
		List<String> places = Stream.<Throwable>iterate(ex, (cause) -> cause != null, Throwable::getCause)
			.flatMap((cause) -> Stream.concat(Stream.of(cause.getClass().getName()),
					Stream.of(cause.getStackTrace()).filter(Failure::isOurs).map(StackTraceElement::toString)))
			.toList();
		return sha256(String.join("\n", places)).substring(0, HASH_DIGITS);
	}

	/** Frames of libraries and of the JDK's threads differ from run to run. */
	private static boolean isOurs(StackTraceElement frame) {
		return frame.getClassName().startsWith("io.safelight.");
	}

	static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
