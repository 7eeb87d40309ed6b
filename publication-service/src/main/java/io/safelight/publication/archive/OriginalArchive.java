package io.safelight.publication.archive;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import io.safelight.publication.saga.ArchivedOriginal;
import io.safelight.publication.saga.OriginalFile;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * The bucket with the originals of what is on sale: {@code <photoId>/<sha256>}, in S3's
 * class GLACIER. Copies are made by S3 itself; no byte passes through here. Thread-safe.
 */
public class OriginalArchive {

	private static final StorageClass CLASS = StorageClass.GLACIER;

	private static final String SHA256 = "sha256";

	private final S3Client s3;

	private final String bucket;

	public OriginalArchive(S3Client s3, String bucket) {
		this.s3 = s3;
		this.bucket = bucket;
	}

	/**
	 * Keeps an original. Doing it again changes nothing.
	 * @param photoId whose
	 * @param source where it is now
	 * @param etag the entity tag of the object whose SHA-256 was checked: that very
	 * object is copied or none
	 * @throws ArchiveMismatchException if something else arrived
	 * @throws software.amazon.awssdk.core.exception.SdkException if S3 does not do it now
	 */
	public ArchivedOriginal keep(String photoId, OriginalFile source, @Nullable String etag) {
		String key = photoId + "/" + source.sha256();
		if (find(key).filter((kept) -> isKept(kept, source)).isEmpty()) {
			copy(source, etag, key);
			verify(key, source);
		}
		return new ArchivedOriginal(this.bucket, key, source.sha256(), CLASS.toString());
	}

	private Optional<HeadObjectResponse> find(String key) {
		try {
			return Optional.of(this.s3
				.headObject((request) -> request.bucket(this.bucket).key(key).checksumMode(ChecksumMode.ENABLED)));
		}
		catch (NoSuchKeyException ex) {
			return Optional.empty();
		}
	}

	private static boolean isKept(HeadObjectResponse kept, OriginalFile source) {
		return kept.contentLength() == source.bytes() && source.sha256().equals(kept.metadata().get(SHA256))
				&& CLASS.toString().equals(kept.storageClassAsString());
	}

	private void copy(OriginalFile source, @Nullable String etag, String key) {
		this.s3.copyObject((request) -> request.sourceBucket(source.bucket())
			.sourceKey(source.key())
			.copySourceIfMatch(etag)
			.destinationBucket(this.bucket)
			.destinationKey(key)
			.storageClass(CLASS)
			.checksumAlgorithm(ChecksumAlgorithm.SHA256)
			.metadataDirective(MetadataDirective.REPLACE)
			.metadata(Map.of(SHA256, source.sha256()))
			.contentType(source.contentType()));
	}

	/** Not every emulator keeps a checksum; where there is one it has to be right. */
	private void verify(String key, OriginalFile source) {
		HeadObjectResponse kept = find(key)
			.orElseThrow(() -> new ArchiveMismatchException(key, "it is not there after the copy"));
		if (kept.contentLength() != source.bytes()) {
			throw new ArchiveMismatchException(key, kept.contentLength() + " bytes instead of " + source.bytes());
		}
		String expected = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(source.sha256()));
		if (kept.checksumSHA256() != null && !kept.checksumSHA256().equals(expected)) {
			throw new ArchiveMismatchException(key, "another SHA-256");
		}
	}

}
