package io.safelight.publication.saga;

/**
 * Says why a message changes nothing.
 */
final class Ignored {

	private Ignored() {
	}

	static String because(Publication publication, SagaMessage message) {
		return switch (message) {
			case SagaMessage.PhotoUploaded repeated -> "The arrival was told again. Nothing changes.";
			case SagaMessage.PhotoWithdrawn withdrawn when withdrawn.epoch() == 0 -> "It was taken off sale.";
			case SagaMessage.Reply reply when isOld(publication, reply) -> "An answer to try " + reply.epoch()
					+ " came while try " + publication.step().epoch() + " was under way. Nothing changes.";
			default -> "Nobody waits for this any more: the photo is " + publication.state() + ". Nothing changes.";
		};
	}

	private static boolean isOld(Publication publication, SagaMessage.Reply reply) {
		return !publication.state().isFinal() && reply.epoch() < publication.step().epoch();
	}

}
