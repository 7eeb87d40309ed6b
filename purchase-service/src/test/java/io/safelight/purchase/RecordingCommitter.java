package io.safelight.purchase;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.Store;

/**
 * Commits rows to a store and keeps the messages for the test to look at.
 */
public final class RecordingCommitter implements Committer {

	private final Store store;

	private final List<OutgoingMessage> messages = new CopyOnWriteArrayList<>();

	public RecordingCommitter(Store store) {
		this.store = store;
	}

	@Override
	public void commit(Changes changes) {
		this.store.commit(changes.writes(), UUID.randomUUID().toString());
		this.messages.addAll(changes.messages());
	}

	public List<String> types() {
		return this.messages.stream().map((message) -> message.type().name()).toList();
	}

	public List<OutgoingMessage> messages() {
		return List.copyOf(this.messages);
	}

	/** The process is gone. */
	public static final class CrashException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
