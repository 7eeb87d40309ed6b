package io.safelight.upload.message;

import org.jspecify.annotations.Nullable;

/**
 * Said: the bytes never came, or were refused before they became a photo.
 *
 * @param uploadId the upload
 * @param contributorId whose it is
 * @param email where the contributor is told of it, if known
 * @param fileName how the contributor calls the file
 * @param reason {@code expired}, or in words for the contributor why it was refused
 */
public record UploadAbandoned(String uploadId, String contributorId, @Nullable String email, String fileName,
		String reason) {
}
