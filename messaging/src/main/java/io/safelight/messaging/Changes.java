package io.safelight.messaging;

import java.util.ArrayList;
import java.util.List;

import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;

/**
 * What is to become true all at once: rows written, messages said. Immutable; each method
 * answers a new value.
 *
 * @param writes the rows, at most about 90
 * @param messages the messages
 */
public record Changes(List<Write> writes, List<OutgoingMessage> messages) {

	private static final Changes NONE = new Changes(List.of(), List.of());

	public Changes {
		writes = List.copyOf(writes);
		messages = List.copyOf(messages);
	}

	/** Nothing changes; the message counts as handled. */
	public static Changes none() {
		return NONE;
	}

	/**
	 * Puts a row.
	 * @param table where
	 * @param item a record whose components are the attributes
	 * @param condition what must hold of the row that is there now
	 */
	public Changes put(Table table, Object item, Condition condition) {
		return write(new Write.Put(table, item, condition));
	}

	public Changes delete(Table table, Key key, Condition condition) {
		return write(new Write.Delete(table, key, condition));
	}

	public Changes check(Table table, Key key, Condition condition) {
		return write(new Write.Check(table, key, condition));
	}

	public Changes write(Write write) {
		List<Write> all = new ArrayList<>(this.writes);
		all.add(write);
		return new Changes(all, this.messages);
	}

	public Changes publish(OutgoingMessage message) {
		List<OutgoingMessage> all = new ArrayList<>(this.messages);
		all.add(message);
		return new Changes(this.writes, all);
	}

	public Changes and(Changes other) {
		List<Write> allWrites = new ArrayList<>(this.writes);
		allWrites.addAll(other.writes);
		List<OutgoingMessage> allMessages = new ArrayList<>(this.messages);
		allMessages.addAll(other.messages);
		return new Changes(allWrites, allMessages);
	}

}
