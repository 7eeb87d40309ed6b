package io.safelight.upload.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a contributor says of a file before its bytes come.
 *
 * @param fileName how the contributor calls it; for people, never a key
 * @param contentType its media type
 * @param bytes its size
 * @param sha256 its hash, in lower-case hex
 * @param title the photo's title, if given
 * @param keywords the photo's keywords, perhaps none
 */
public record Declaration(String fileName, String contentType, long bytes, Sha256 sha256, @Nullable String title,
		List<String> keywords) {

	public Declaration {
		keywords = List.copyOf(keywords);
	}

}
