package io.safelight.messaging.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as text that sorts as the times do: always UTC and always three digits of
 * milliseconds. {@link Instant#toString()} does not ("…30Z" sorts after "…30.5Z").
 */
public final class SortableTime {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private SortableTime() {
	}

	public static String of(Instant time) {
		return FORMAT.format(time);
	}

}
