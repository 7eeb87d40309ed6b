package io.safelight.upload.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Said: the upload is complete and was checked.
 *
 * @param photoId the photo, the upload's id
 * @param contributorId whose it is
 * @param email where the contributor is told of it, if known
 * @param fileName how the contributor calls the file
 * @param title the photo's title, if given
 * @param keywords its keywords
 * @param original the object
 */
public record PhotoUploaded(String photoId, String contributorId, @Nullable String email, String fileName,
		@Nullable String title, List<String> keywords, Original original) {

	/**
	 * The object in quarantine.
	 *
	 * @param bucket its bucket
	 * @param key its key
	 * @param sha256 its hash in lower-case hex
	 * @param bytes its size
	 * @param contentType its media type
	 * @param width pixels, orientation applied
	 * @param height pixels, orientation applied
	 */
	public record Original(String bucket, String key, String sha256, long bytes, String contentType, int width,
			int height) {
	}

}
