package io.safelight.imaging.media;

import java.util.List;

import io.safelight.imaging.rendition.StoredRendition;
import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Chooses among copies that differ only in format (RFC 9110, §12.5.1). A format other
 * than JPEG must be named: {@code image/*} and {@code *}{@code /*} are also sent by those
 * who know but JPEG.
 */
final class PreferredFormat {

	private PreferredFormat() {
	}

	/**
	 * Chooses.
	 * @param copies JPEG first
	 * @param accept the values of the header
	 * @return the last of the copies that is named; the first one if none is; null if
	 * there are none
	 */
	static @Nullable StoredRendition of(List<StoredRendition> copies, List<String> accept) {
		StoredRendition best = null;
		for (StoredRendition copy : copies) {
			if (best == null || isNamed(copy.contentType(), accept)) {
				best = copy;
			}
		}
		return best;
	}

	private static boolean isNamed(String contentType, List<String> accept) {
		try {
			MediaType wanted = MediaType.parseMediaType(contentType);
			return MediaType.parseMediaTypes(accept)
				.stream()
				.anyMatch((type) -> type.equalsTypeAndSubtype(wanted) && type.getQualityValue() > 0);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}
