package io.safelight.messaging.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.Ids;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.outbox.MessageIds;
import io.safelight.messaging.outbox.MessageTable;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.StoreBusyException;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Messages that could not be handled, each once, however often it came, and whatever its
 * size. Thread-safe.
 */
public final class ParkedMessages {

	/** So many may park the same message at the same moment, and each is counted. */
	private static final int TRIES = 100;

	/** A lost answer is asked for again so often. */
	private static final int ASKED = 4;

	private static final Duration WAIT = Duration.ofMillis(50);

	private final Store store;

	private final Table table;

	private final Clock clock;

	private final Ids ids;

	private final Pause pause;

	private final String serviceVersion;

	/**
	 * A service's parked messages.
	 * @param serviceVersion which version of the service cannot handle what is parked
	 */
	public ParkedMessages(Store store, String service, Clock clock, Ids ids, Pause pause, String serviceVersion) {
		this.store = store;
		this.table = MessageTable.of(service);
		this.clock = clock;
		this.ids = ids;
		this.pause = pause;
		this.serviceVersion = serviceVersion;
	}

	/**
	 * Sets a message aside. When this returns it is durable, and the delivery may be
	 * acknowledged.
	 * @param queue the queue of its consumer
	 * @param foundIn the queue it was found in
	 * @param body the message as it came
	 * @param failure why
	 */
	public void park(String queue, String foundIn, String body, Failure failure) {
		String id = MessageIds.of(queue + "|" + body);
		for (int attempt = 1;; attempt++) {
			try {
				commit(sighting(id, queue, foundIn, body, failure), this.ids.next());
				return;
			}
			catch (ConditionFailedException | StoreBusyException ex) {
				// Somebody else has seen it at the same moment: both are counted.
				if (attempt == TRIES) {
					throw ex;
				}
				this.pause.upTo(WAIT);
			}
		}
	}

	private List<Write> sighting(String id, String queue, String foundIn, String body, Failure failure) {
		String now = SortableTime.of(this.clock.instant());
		ParkedMessage seen = find(id).orElse(null);
		if (seen != null) {
			return List.of(new Write.Put(this.table, seen.seenAgain(now, foundIn, failure, this.serviceVersion),
					Condition.version(seen.version())));
		}
		List<Write> writes = new ArrayList<>();
		writes.add(new Write.Put(this.table,
				ParkedMessage.first(id, now, queue, foundIn, envelope(body), failure, this.serviceVersion, body),
				Condition.absent()));
		List<String> pieces = ParkedBody.pieces(body);
		for (int number = 1; number < pieces.size(); number++) {
			writes.add(new Write.Put(this.table, new ParkedBody(ParkedBody.key(id, number), pieces.get(number)),
					Condition.none()));
		}
		return writes;
	}

	private static @Nullable Envelope envelope(String body) {
		try {
			return EnvelopeJson.read(body);
		}
		catch (UnprocessableMessageException ex) {
			return null;
		}
	}

	/** With the same token again when the answer was lost: a sighting counts once. */
	private void commit(List<Write> writes, String token) {
		for (int attempt = 1;; attempt++) {
			try {
				this.store.commit(writes, token);
				return;
			}
			catch (SdkClientException ex) {
				if (attempt == ASKED) {
					throw ex;
				}
				this.pause.upTo(WAIT);
			}
		}
	}

	/** Which version of the service cannot, or can meanwhile, handle what is parked. */
	String serviceVersion() {
		return this.serviceVersion;
	}

	/** How many wait for a decision, counted up to a limit. */
	public int waiting(int most) {
		return this.store.query(Query.of(this.table, MessageTable.WORK, ParkedMessage.WORK).limit(most), Waiting.class)
			.items()
			.size();
	}

	private record Waiting(String pk) {
	}

	/** Those that wait for a decision, oldest first. */
	public Page<ParkedMessage> list(int limit, @Nullable String cursor) {
		return this.store.query(Query.of(this.table, MessageTable.WORK, ParkedMessage.WORK).limit(limit).after(cursor),
				ParkedMessage.class);
	}

	/** One of them, whatever was decided about it. */
	public Optional<ParkedMessage> find(String id) {
		return this.store.find(this.table, this.table.key(ParkedMessage.key(id)), ParkedMessage.class);
	}

	/** The whole body. */
	public String body(ParkedMessage message) {
		StringBuilder body = new StringBuilder(message.body());
		for (int number = 1; number <= message.parts(); number++) {
			String key = ParkedBody.key(message.id(), number);
			body.append(this.store.find(this.table, this.table.key(key), ParkedBody.class)
				.orElseThrow(() -> new IllegalStateException(key + " is missing"))
				.text());
		}
		return body.toString();
	}

}
