package io.safelight.imaging.rendition;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.UnusablePhotoException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Originals and their copies, in S3.
 */
public final class PhotoObjects {

	private static final String JPEG = "image/jpeg";

	/** As many characters of the original's hash as keep one photograph's keys apart. */
	private static final int HASH_IN_KEY = 16;

	private final S3Client s3;

	private final long maxBytes;

	/**
	 * Creates the access.
	 * @param maxBytes larger originals are refused
	 */
	public PhotoObjects(S3Client s3, long maxBytes) {
		this.s3 = s3;
		this.maxBytes = maxBytes;
	}

	/**
	 * Fetches an original.
	 * @throws software.amazon.awssdk.services.s3.model.NoSuchKeyException if it is not
	 * there
	 * @throws UnusablePhotoException if it is empty or too large
	 */
	Original fetch(GenerateRenditions.Source source) throws IOException, UnusablePhotoException {
		try (ResponseInputStream<GetObjectResponse> bytes = this.s3
			.getObject((request) -> request.bucket(source.bucket()).key(source.key()))) {
			try {
				return Original.receive(bytes, this.maxBytes);
			}
			catch (UnusablePhotoException ex) {
				// The rest is not wanted: closing would read it all.
				bytes.abort();
				throw ex;
			}
		}
	}

	/**
	 * Stores a copy. The key follows from the original, so that doing it again puts the
	 * same object in the same place.
	 */
	StoredRendition store(String photoId, RenditionKind kind, String sourceSha256, Rendition rendition) {
		String name = rendition.size().label();
		String key = "%s/%s-%s.jpg".formatted(photoId, name, sourceSha256.substring(0, HASH_IN_KEY));
		this.s3.putObject(PutObjectRequest.builder()
			.bucket(kind.bucket())
			.key(key)
			.contentType(JPEG)
			.checksumSHA256(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(rendition.sha256())))
			.build(), RequestBody.fromBytes(rendition.jpeg()));
		return new StoredRendition(name, kind.bucket(), key, JPEG, rendition.width(), rendition.height(),
				rendition.jpeg().length, rendition.sha256());
	}

	/** Opens a stored copy; to be closed by the caller. */
	public InputStream open(StoredRendition rendition) {
		return this.s3.getObject((request) -> request.bucket(rendition.bucket()).key(rendition.key()));
	}

	/** Deletes all copies of one kind; it does not matter if there are none. */
	void deleteAll(String photoId, RenditionKind kind) {
		List<ObjectIdentifier> copies = this.s3
			.listObjectsV2Paginator((request) -> request.bucket(kind.bucket()).prefix(photoId + "/"))
			.contents()
			.stream()
			.map(S3Object::key)
			.map((key) -> ObjectIdentifier.builder().key(key).build())
			.toList();
		if (!copies.isEmpty()) {
			this.s3.deleteObjects((request) -> request.bucket(kind.bucket()).delete((some) -> some.objects(copies)));
		}
	}

}
