package io.safelight.publication.saga;

import java.time.Instant;
import java.util.List;

/**
 * What the photographer has sent.
 *
 * @param contributorId who it was
 * @param fileName the name of the file at home
 * @param title what it is called
 * @param keywords the photographer's own words
 * @param uploadedAt when the upload was complete
 * @param original the file
 */
public record Photo(String contributorId, String fileName, String title, List<String> keywords, Instant uploadedAt,
		OriginalFile original) {

	public Photo {
		keywords = List.copyOf(keywords);
	}

	static Photo of(SagaMessage.PhotoUploaded uploaded, Instant uploadedAt) {
		String title = uploaded.title();
		return new Photo(uploaded.contributorId(), uploaded.fileName(),
				(title == null || title.isBlank()) ? withoutExtension(uploaded.fileName()) : title, uploaded.keywords(),
				uploadedAt, uploaded.original());
	}

	private static String withoutExtension(String fileName) {
		int dot = fileName.lastIndexOf('.');
		return (dot > 0) ? fileName.substring(0, dot) : fileName;
	}

}
