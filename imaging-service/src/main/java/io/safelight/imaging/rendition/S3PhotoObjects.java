package io.safelight.imaging.rendition;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.UnusablePhotoException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * Originals and their copies, in S3.
 */
public final class S3PhotoObjects implements PhotoObjects {

	/** As many characters of the original's hash as keep one photograph's keys apart. */
	private static final int HASH_IN_KEY = 16;

	/** What {@code If-None-Match: *} answers when there is such an object. */
	private static final int PRECONDITION_FAILED = 412;

	private final S3Client s3;

	private final long maxBytes;

	private final StorageClass saleClass;

	/**
	 * Creates the access.
	 * @param maxBytes larger originals are refused
	 * @param saleClass the storage class of what is for sale, which can be read at once
	 */
	public S3PhotoObjects(S3Client s3, long maxBytes, StorageClass saleClass) {
		this.s3 = s3;
		this.maxBytes = maxBytes;
		this.saleClass = saleClass;
	}

	@Override
	public Original fetch(GenerateRenditions.Source source)
			throws IOException, UnusablePhotoException, OriginalMissingException {
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
		catch (NoSuchKeyException ex) {
			throw new OriginalMissingException(ex);
		}
	}

	@Override
	public StoredRendition store(String photoId, RenditionKind kind, String sourceSha256, Rendition rendition) {
		String key = "%s/%s-%s.%s".formatted(photoId, rendition.size().label(), sourceSha256.substring(0, HASH_IN_KEY),
				rendition.format().extension());
		try {
			this.s3.putObject(PutObjectRequest.builder()
				.bucket(kind.bucket())
				.key(key)
				.ifNoneMatch("*")
				.storageClass((kind == RenditionKind.SALE) ? this.saleClass : StorageClass.STANDARD)
				.contentType(rendition.format().contentType())
				.checksumSHA256(base64(rendition.sha256()))
				.build(), RequestBody.fromBytes(rendition.bytes()));
			return stored(kind, key, rendition, rendition.bytes().length, rendition.sha256());
		}
		catch (S3Exception ex) {
			if (ex.statusCode() != PRECONDITION_FAILED) {
				throw ex;
			}
			return whatIsThere(kind, key, rendition);
		}
	}

	/**
	 * Another run was first. Its bytes are the same, unless another encoder made them:
	 * what is said of a copy must be true of the object.
	 */
	private StoredRendition whatIsThere(RenditionKind kind, String key, Rendition rendition) {
		HeadObjectResponse head = this.s3
			.headObject((request) -> request.bucket(kind.bucket()).key(key).checksumMode(ChecksumMode.ENABLED));
		String sha256 = (head.checksumSHA256() != null) ? hex(head.checksumSHA256()) : rendition.sha256();
		return stored(kind, key, rendition, head.contentLength(), sha256);
	}

	private static StoredRendition stored(RenditionKind kind, String key, Rendition rendition, long bytes,
			String sha256) {
		return new StoredRendition(rendition.size().label(), kind.bucket(), key, rendition.format().contentType(),
				rendition.width(), rendition.height(), bytes, sha256);
	}

	private static String base64(String hex) {
		return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
	}

	private static String hex(String base64) {
		return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
	}

	@Override
	public @Nullable InputStream open(StoredRendition rendition) {
		try {
			return this.s3.getObject((request) -> request.bucket(rendition.bucket()).key(rendition.key()));
		}
		catch (NoSuchKeyException ex) {
			return null;
		}
	}

	@Override
	public void deleteAll(String photoId, RenditionKind kind) {
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
