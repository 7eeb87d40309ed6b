package io.safelight.purchase.copy;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * Writes an object of unknown size as it comes, holding one part at a time. Nothing is
 * seen of it before {@link #complete()}, and an object that is there already is never
 * replaced. For one thread.
 */
final class ObjectUpload extends OutputStream {

	/** The smallest that S3 allows for a part that is not the last. */
	private static final int PART = 5 * 1024 * 1024;

	/**
	 * A copy is fetched in its first days, if at all, and kept for as long as the licence
	 * lasts: readable at once, and cheaper than STANDARD after three months.
	 */
	private static final StorageClass CLASS = StorageClass.GLACIER_IR;

	private static final int PRECONDITION_FAILED = 412;

	private static final int CONFLICT = 409;

	private static final String NOTHING = "*";

	private final S3Client s3;

	private final String bucket;

	private final String key;

	private final byte[] part = new byte[PART];

	private int filled;

	private @Nullable String uploadId;

	private final List<CompletedPart> parts = new ArrayList<>();

	ObjectUpload(S3Client s3, String bucket, String key) {
		this.s3 = s3;
		this.bucket = bucket;
		this.key = key;
	}

	@Override
	public void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] buffer, int from, int length) {
		int done = 0;
		while (done < length) {
			if (this.filled == PART) {
				sendPart();
			}
			int now = Math.min(length - done, PART - this.filled);
			System.arraycopy(buffer, from + done, this.part, this.filled, now);
			this.filled += now;
			done += now;
		}
	}

	private void sendPart() {
		if (this.uploadId == null) {
			this.uploadId = this.s3
				.createMultipartUpload((request) -> request.bucket(this.bucket)
					.key(this.key)
					.storageClass(CLASS)
					.contentType("application/octet-stream"))
				.uploadId();
		}
		String upload = this.uploadId;
		int number = this.parts.size() + 1;
		String etag = this.s3
			.uploadPart((request) -> request.bucket(this.bucket).key(this.key).uploadId(upload).partNumber(number),
					body())
			.eTag();
		this.parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
		this.filled = 0;
	}

	/** Without a copy; a retry of the SDK reads it again. */
	private RequestBody body() {
		int length = this.filled;
		return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(this.part, 0, length), length,
				"application/octet-stream");
	}

	/**
	 * Makes the object be there.
	 * @return whether it was this upload that did; otherwise there is another object
	 * under this key
	 */
	boolean complete() {
		try {
			if (this.uploadId == null) {
				putWhole();
			}
			else {
				sendPart();
				completeParts(this.uploadId);
			}
			return true;
		}
		catch (S3Exception ex) {
			if (ex.statusCode() == PRECONDITION_FAILED || ex.statusCode() == CONFLICT) {
				abort();
				return false;
			}
			throw ex;
		}
	}

	private void putWhole() {
		this.s3.putObject((request) -> request.bucket(this.bucket)
			.key(this.key)
			.storageClass(CLASS)
			.contentType("application/octet-stream")
			.ifNoneMatch(NOTHING), body());
	}

	private void completeParts(String upload) {
		this.s3.completeMultipartUpload((request) -> request.bucket(this.bucket)
			.key(this.key)
			.uploadId(upload)
			.ifNoneMatch(NOTHING)
			.multipartUpload((all) -> all.parts(this.parts)));
	}

	/** Leaves nothing behind. */
	void abort() {
		String upload = this.uploadId;
		if (upload != null) {
			this.uploadId = null;
			this.s3.abortMultipartUpload((request) -> request.bucket(this.bucket).key(this.key).uploadId(upload));
		}
	}

}
