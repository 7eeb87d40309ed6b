package io.safelight.upload.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.safelight.messaging.topology.BucketNames;
import io.safelight.upload.session.ContributorId;
import io.safelight.upload.session.Incoming;
import io.safelight.upload.session.Multipart.Part;
import io.safelight.upload.session.ReceivedPart;
import io.safelight.upload.session.SignedPart;
import io.safelight.upload.session.Upload;
import io.safelight.upload.session.UploadId;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * {@link Incoming} in a bucket of S3. Thread-safe.
 */
public final class S3Incoming implements Incoming {

	private static final String NO_SUCH_UPLOAD = "NoSuchUpload";

	private static final int NOT_FOUND = 404;

	private final S3Client s3;

	private final S3Presigner presigner;

	private final BucketNames names;

	private final String bucket;

	private final Duration linkValidity;

	private final Clock clock;

	/**
	 * A quarantine.
	 * @param s3 the client
	 * @param presigner signs parts' addresses
	 * @param names what S3 calls a bucket, for addresses: the client knows by itself
	 * @param bucket the bucket
	 * @param linkValidity how long a part's address is good
	 * @param clock tells when that ends
	 */
	public S3Incoming(S3Client s3, S3Presigner presigner, BucketNames names, String bucket, Duration linkValidity,
			Clock clock) {
		this.s3 = s3;
		this.presigner = presigner;
		this.names = names;
		this.bucket = bucket;
		this.linkValidity = linkValidity;
		this.clock = clock;
	}

	@Override
	public String bucket() {
		return this.bucket;
	}

	@Override
	public String begin(ContributorId contributor, UploadId id, String contentType) {
		return this.s3
			.createMultipartUpload(
					(request) -> request.bucket(this.bucket).key(contributor + "/" + id).contentType(contentType))
			.uploadId();
	}

	@Override
	public List<SignedPart> sign(Upload upload, Collection<Part> parts) {
		Instant expiresAt = this.clock.instant().plus(this.linkValidity).truncatedTo(ChronoUnit.SECONDS);
		return parts.stream().map((part) -> sign(upload, part, expiresAt)).toList();
	}

	/**
	 * Nothing but the host is signed, so that any client can put the part without headers
	 * of ours.
	 */
	private SignedPart sign(Upload upload, Part part, Instant expiresAt) {
		URI url = URI.create(
				this.presigner
					.presignUploadPart((request) -> request.signatureDuration(this.linkValidity)
						.uploadPartRequest((uploadPart) -> uploadPart.bucket(this.names.of(this.bucket))
							.key(upload.key())
							.uploadId(upload.multipart().id())
							.partNumber(part.number())))
					.url()
					.toString());
		return new SignedPart(part.number(), part.bytes(), url, expiresAt);
	}

	@Override
	public Optional<List<ReceivedPart>> parts(Upload upload) {
		try {
			return Optional.of(this.s3
				.listPartsPaginator(
						(request) -> request.bucket(this.bucket).key(upload.key()).uploadId(upload.multipart().id()))
				.parts()
				.stream()
				.map((part) -> new ReceivedPart(part.partNumber(), part.size(), part.eTag(), part.lastModified()))
				.toList());
		}
		catch (S3Exception ex) {
			return whenGone(ex, NO_SUCH_UPLOAD, Optional.empty());
		}
	}

	/**
	 * Somebody else may have put it together a moment ago: whatever S3 says then of the
	 * upload or its parts, the object is there.
	 */
	@Override
	public void assemble(Upload upload, List<ReceivedPart> parts) {
		List<CompletedPart> completed = parts.stream()
			.map((part) -> CompletedPart.builder().partNumber(part.number()).eTag(part.etag()).build())
			.toList();
		try {
			this.s3.completeMultipartUpload((request) -> request.bucket(this.bucket)
				.key(upload.key())
				.uploadId(upload.multipart().id())
				.multipartUpload((multipart) -> multipart.parts(completed)));
		}
		catch (S3Exception ex) {
			if (size(upload).isEmpty()) {
				whenGone(ex, NO_SUCH_UPLOAD, upload);
			}
		}
	}

	@Override
	public OptionalLong size(Upload upload) {
		try {
			return OptionalLong
				.of(this.s3.headObject((request) -> request.bucket(this.bucket).key(upload.key())).contentLength());
		}
		catch (S3Exception ex) {
			if (ex.statusCode() == NOT_FOUND) {
				return OptionalLong.empty();
			}
			throw ex;
		}
	}

	@Override
	public <T> Optional<T> read(Upload upload, Reader<T> reader) {
		try (ResponseInputStream<GetObjectResponse> bytes = this.s3
			.getObject((request) -> request.bucket(this.bucket).key(upload.key()))) {
			return Optional.of(reader.read(bytes));
		}
		catch (S3Exception ex) {
			return whenGone(ex, "NoSuchKey", Optional.empty());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Upload " + upload.id() + " could not be read to its end", ex);
		}
	}

	@Override
	public void abort(Upload upload) {
		try {
			this.s3.abortMultipartUpload(
					(request) -> request.bucket(this.bucket).key(upload.key()).uploadId(upload.multipart().id()));
		}
		catch (S3Exception ex) {
			whenGone(ex, NO_SUCH_UPLOAD, upload);
		}
	}

	/** Deleting what is not there is no error in S3. */
	@Override
	public void delete(Upload upload) {
		this.s3.deleteObject((request) -> request.bucket(this.bucket).key(upload.key()));
	}

	private static <T> T whenGone(S3Exception ex, String code, T answer) {
		if (ex.awsErrorDetails() != null && code.equals(ex.awsErrorDetails().errorCode())) {
			return answer;
		}
		throw ex;
	}

}
