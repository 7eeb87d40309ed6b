package io.safelight.purchase.copy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.LimitExceededException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.cryptography.materialproviders.model.CollectionOfErrors;

/**
 * Finds out what is behind the failures of the Encryption SDK, which wraps the answers of
 * KMS in layers and lists.
 */
final class Failures {

	private Failures() {
	}

	/** The key's failure behind this one, if that is what is behind it. */
	static Optional<KeyUnavailableException> ofTheKey(Throwable failure) {
		return all(failure).stream()
			.map(Failures::message)
			.flatMap(Optional::stream)
			.findFirst()
			.map((message) -> new KeyUnavailableException(message, failure));
	}

	/**
	 * Whether a service did not do what it was asked for, so that nothing is known about
	 * the ciphertext: throttled, unreachable, refused.
	 */
	static boolean ofAService(Throwable failure) {
		return all(failure).stream()
			.anyMatch((one) -> one instanceof SdkException && !(one instanceof InvalidCiphertextException)
					&& !(one instanceof IncorrectKeyException));
	}

	/** Whether KMS was asked for too much. */
	static boolean isThrottledByKms(Throwable failure) {
		return all(failure).stream()
			.anyMatch((one) -> one instanceof KmsException kms
					&& (kms.isThrottlingException() || kms instanceof LimitExceededException));
	}

	private static Optional<String> message(Throwable failure) {
		return switch (failure) {
			case DisabledException disabled -> Optional.of("The buyer's key is Disabled.");
			case NotFoundException gone -> Optional.of("The buyer's key does not exist.");
			case KmsInvalidStateException state -> Optional.of("The buyer's key may not be used in its state.");
			case KeyUnavailableException said -> Optional.of(String.valueOf(said.getMessage()));
			default -> Optional.empty();
		};
	}

	private static List<Throwable> all(Throwable failure) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Throwable> all = new ArrayList<>();
		Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
		while (!open.isEmpty()) {
			Throwable next = open.pop();
			if (seen.add(next)) {
				all.add(next);
				push(open, next.getCause());
				if (next instanceof CollectionOfErrors several) {
					several.list().forEach((one) -> push(open, one));
				}
			}
		}
		return all;
	}

	private static void push(Deque<Throwable> open, @Nullable Throwable failure) {
		if (failure != null) {
			open.push(failure);
		}
	}

}
