package io.safelight.imaging.rendition;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a photograph's id looks like. It becomes part of keys, and of a prefix under which
 * everything is deleted.
 */
final class PhotoIds {

	private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private PhotoIds() {
	}

	/**
	 * Refuses what is no id.
	 * @throws IllegalArgumentException if it is none
	 */
	static void check(@Nullable String photoId) {
		if (photoId == null || !UUID.matcher(photoId).matches()) {
			throw new IllegalArgumentException("'photoId' is no UUID in lower case");
		}
	}

}
