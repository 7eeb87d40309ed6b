package io.safelight.simulation.people;

import java.util.List;

import io.safelight.messaging.inbox.AuditEntry;
import io.safelight.messaging.inbox.Decision;
import io.safelight.messaging.inbox.ParkedMessage;
import io.safelight.messaging.inbox.ParkedMessageDesk;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.publication.ModeratePhoto;
import io.safelight.publication.NotWaitingException;
import io.safelight.publication.Publications;
import io.safelight.publication.RetryPublication;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.Reason;
import io.safelight.publication.saga.RejectionCode;
import io.safelight.simulation.Process;
import io.safelight.simulation.World;
import io.safelight.simulation.port.Originals;

/**
 * Moderators and operators on their rounds: they decide about photos, try again what is
 * stuck, and send parked messages to their consumer once more.
 */
public final class Staff extends Person {

	private static final int ROUND = 50;

	public Staff(World world) {
		super(world);
	}

	/** Decides about photos that wait for a person. */
	public void moderate() {
		once("publication", "moderate", (process) -> {
			for (Publication photo : process.get(Publications.class).waitingForPerson(ROUND, null).items()) {
				decide(process, photo.photoId());
			}
		});
	}

	private void decide(Process process, String photoId) {
		try {
			boolean liked = world().kindOf(photoId) != Originals.Kind.DISLIKED;
			process.get(ModeratePhoto.class)
				.moderate(photoId, liked, liked ? List.of() : List.of(Reason.of(RejectionCode.DECLINED)), "mia");
		}
		catch (NotWaitingException ex) {
			// The index was late: somebody has decided already.
			return;
		}
	}

	/** Sends what was parked to its consumer again. */
	public void redrive(String service) {
		once(service, "redrive", (process) -> {
			for (ParkedMessage parked : process.get(ParkedMessages.class).list(ROUND, null).items()) {
				process.get(ParkedMessageDesk.class)
					.decide(parked.id(), new Decision(AuditEntry.Action.REDRIVE, "ada", "it was mended", null));
			}
		});
	}

	/** Tries again what does not get on by itself. */
	public void retry() {
		once("publication", "retry", (process) -> {
			for (Publication stuck : process.get(Publications.class).stuck(ROUND, null).items()) {
				process.get(RetryPublication.class).retry(stuck.photoId(), "ada");
			}
		});
	}

	/** Whoever makes rounds comes again anyway. */
	private void once(String service, String what, Round round) {
		Process process = world().idle(service);
		if (process != null) {
			process.act(what, () -> round.by(process));
		}
	}

	/** What is done on a round. */
	@FunctionalInterface
	private interface Round {

		void by(Process process) throws Exception;

	}

}
