package io.safelight.service.live;

import java.time.Instant;

/**
 * Something that has happened to a user.
 *
 * @param at when it was recorded, by the clock of whoever recorded it
 * @param key tells it from everything else of that moment; letters, digits and
 * punctuation of ASCII
 * @param type what kind of event it is
 * @param data what it says, to be written as JSON
 */
public record LiveEvent(Instant at, String key, String type, Object data) {

	/** What a client gives back as {@code Last-Event-ID}. */
	String id() {
		return at(this.at) + "-" + this.key;
	}

	static String at(Instant time) {
		return Long.toString(time.toEpochMilli());
	}

	/**
	 * When the event with this id was recorded.
	 * @throws IllegalArgumentException if it is not the id of an event
	 */
	static Instant timeOf(String id) {
		try {
			return Instant.ofEpochMilli(Long.parseLong(id.split("-", 2)[0]));
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(
					"That Last-Event-ID was not given by this service: leave it out to begin now.", ex);
		}
	}

}
