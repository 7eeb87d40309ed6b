package io.safelight.publication.analysis;

import java.io.IOException;

import io.safelight.publication.saga.OriginalFile;
import io.safelight.publication.saga.RejectionCode;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads originals from where the upload has put them. Thread-safe.
 */
public class IncomingOriginals {

	private final S3Client s3;

	public IncomingOriginals(S3Client s3) {
		this.s3 = s3;
	}

	/**
	 * Brings an original here.
	 * @return a copy that the caller closes
	 * @throws UnusablePhotoException if it is not the file that was uploaded
	 * @throws software.amazon.awssdk.core.exception.SdkException if it cannot be read now
	 */
	LocalCopy fetch(OriginalFile original) throws IOException, UnusablePhotoException {
		LocalCopy copy = read(original);
		if (!copy.sha256().equals(original.sha256())) {
			copy.close();
			throw new UnusablePhotoException(RejectionCode.CHECKSUM_DIFFERS,
					"the SHA-256 is " + copy.sha256() + ", not " + original.sha256());
		}
		return copy;
	}

	private LocalCopy read(OriginalFile original) throws IOException {
		try (ResponseInputStream<GetObjectResponse> content = this.s3
			.getObject((request) -> request.bucket(original.bucket()).key(original.key()))) {
			return LocalCopy.of(content, original.bytes(), content.response().eTag());
		}
	}

}
