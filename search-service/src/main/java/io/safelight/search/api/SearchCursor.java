package io.safelight.search.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

import io.safelight.search.index.FoundImages.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the next page begins, as text for a URL. It is worth something only for the
 * search that it came from.
 *
 * @param search the fingerprint of the search
 * @param searchId the identity of the search, the same on all its pages
 * @param page the number of the next page
 * @param after the last image of this page
 */
record SearchCursor(String search, String searchId, int page, Position after) {

	private static final JsonMapper JSON = JsonMapper.shared();

	SearchCursor {
		Objects.requireNonNull(search);
		Objects.requireNonNull(searchId);
		Objects.requireNonNull(after);
		Objects.requireNonNull(after.id());
	}

	String text() {
		byte[] json = JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
	}

	/**
	 * Reads a cursor.
	 * @throws IllegalArgumentException if it is none, or one of another search
	 */
	static SearchCursor read(String text, String search) {
		SearchCursor cursor = read(text);
		if (!cursor.search().equals(search)) {
			throw new IllegalArgumentException(
					"That cursor belongs to another search: repeat all parameters of the search, or leave the cursor out");
		}
		return cursor;
	}

	private static SearchCursor read(String text) {
		try {
			return Objects.requireNonNull(JSON.readValue(Base64.getUrlDecoder().decode(text), SearchCursor.class));
		}
		catch (JacksonException | IllegalArgumentException | NullPointerException ex) {
			throw new IllegalArgumentException("That cursor was not given by this service: leave it out to begin again",
					ex);
		}
	}

}
