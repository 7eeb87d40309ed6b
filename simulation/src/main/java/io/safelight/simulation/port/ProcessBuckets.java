package io.safelight.simulation.port;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.safelight.simulation.Bug;
import io.safelight.simulation.Process;
import io.safelight.simulation.World;
import io.safelight.simulation.port.Buckets.Blob;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;

/**
 * The buckets as one process reaches them: as much of S3 as the services use.
 */
final class ProcessBuckets implements S3Client {

	private static final int NOT_FOUND = 404;

	private static final int PRECONDITION_FAILED = 412;

	private final World world;

	private final Process process;

	private final Buckets buckets;

	ProcessBuckets(World world, Process process, Buckets buckets) {
		this.world = world;
		this.process = process;
		this.buckets = buckets;
	}

	private <T> T call(String operation, Supplier<T> effect) {
		return this.world.call(this.process, "s3." + operation, effect);
	}

	@Override
	public String serviceName() {
		return "s3";
	}

	@Override
	public void close() {
	}

	@Override
	public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
		Blob blob = call("getObject", () -> existing(request.bucket(), request.key()));
		GetObjectResponse response = GetObjectResponse.builder()
			.contentLength((long) blob.bytes().length)
			.eTag(blob.etag())
			.metadata(blob.metadata())
			.build();
		try {
			return transformer.transform(response, AbortableInputStream.create(new ByteArrayInputStream(blob.bytes())));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
		return getObject(request, ResponseTransformer.toInputStream());
	}

	@Override
	public HeadObjectResponse headObject(HeadObjectRequest request) {
		Blob blob = call("headObject", () -> existing(request.bucket(), request.key()));
		return HeadObjectResponse.builder()
			.contentLength((long) blob.bytes().length)
			.eTag(blob.etag())
			.metadata(blob.metadata())
			.storageClass(blob.storageClass())
			.build();
	}

	private Blob existing(String bucket, String key) {
		Blob blob = this.buckets.find(bucket, key);
		if (blob == null) {
			throw NoSuchKeyException.builder()
				.message("There is no " + key)
				.statusCode(NOT_FOUND)
				.awsErrorDetails(AwsErrorDetails.builder().errorCode("NoSuchKey").errorMessage(key).build())
				.build();
		}
		return blob;
	}

	@Override
	public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
		Blob blob = new Blob(bytes(body), "STANDARD", request.metadata());
		call("putObject", () -> {
			refuseReplacing(request.ifNoneMatch(), request.bucket(), request.key());
			this.buckets.put(request.bucket(), request.key(), blob);
			return blob;
		});
		return PutObjectResponse.builder().eTag(blob.etag()).build();
	}

	private void refuseReplacing(@Nullable String ifNoneMatch, String bucket, String key) {
		if (ifNoneMatch != null && this.buckets.has(bucket, key)) {
			throw refused(PRECONDITION_FAILED, "PreconditionFailed");
		}
	}

	private static RuntimeException refused(int status, String code) {
		return S3Exception.builder()
			.message(code)
			.statusCode(status)
			.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(code).build())
			.build();
	}

	private static byte[] bytes(RequestBody body) {
		try (java.io.InputStream in = body.contentStreamProvider().newStream()) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public CopyObjectResponse copyObject(CopyObjectRequest request) {
		return call("copyObject", () -> {
			Blob source = existing(request.sourceBucket(), request.sourceKey());
			if (request.copySourceIfMatch() != null && !request.copySourceIfMatch().equals(source.etag())) {
				throw refused(PRECONDITION_FAILED, "PreconditionFailed");
			}
			Blob copy = new Blob(source.bytes(), String.valueOf(request.storageClassAsString()), request.metadata());
			this.buckets.put(request.destinationBucket(), request.destinationKey(), copy);
			if (this.world.has(Bug.ANOTHER_NAME_EACH_TIME)) {
				this.buckets.put(request.destinationBucket(), request.destinationKey() + "-" + this.world.id(), copy);
			}
			return CopyObjectResponse.builder().build();
		});
	}

	@Override
	public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
		return call("deleteObject", () -> {
			this.buckets.remove(request.bucket(), request.key());
			return DeleteObjectResponse.builder().build();
		});
	}

	@Override
	public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
		return call("deleteObjects", () -> {
			request.delete().objects().forEach((object) -> this.buckets.remove(request.bucket(), object.key()));
			return DeleteObjectsResponse.builder().build();
		});
	}

	@Override
	public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
		String prefix = (request.prefix() != null) ? request.prefix() : "";
		return call("listObjectsV2", () -> {
			List<S3Object> found = this.buckets.bucket(request.bucket())
				.tailMap(prefix)
				.entrySet()
				.stream()
				.takeWhile((object) -> object.getKey().startsWith(prefix))
				.map((object) -> S3Object.builder()
					.key(object.getKey())
					.size((long) object.getValue().bytes().length)
					.build())
				.toList();
			return ListObjectsV2Response.builder().contents(found).isTruncated(false).keyCount(found.size()).build();
		});
	}

	@Override
	public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest request) {
		return call("createMultipartUpload",
				() -> CreateMultipartUploadResponse.builder()
					.uploadId(this.buckets.begin(request.bucket(), request.key()))
					.build());
	}

	@Override
	public UploadPartResponse uploadPart(UploadPartRequest request, RequestBody body) {
		byte[] bytes = bytes(body);
		return call("uploadPart", () -> {
			parts(request.uploadId());
			this.buckets.receive(request.uploadId(), request.partNumber(), bytes, this.world.time());
			return UploadPartResponse.builder().eTag("part-" + request.partNumber()).build();
		});
	}

	@Override
	public ListPartsResponse listParts(ListPartsRequest request) {
		return call("listParts",
				() -> ListPartsResponse.builder()
					.isTruncated(false)
					.parts(parts(request.uploadId()).all()
						.stream()
						.map((part) -> Part.builder()
							.partNumber(part.number())
							.size((long) part.bytes().length)
							.eTag("part-" + part.number())
							.lastModified(part.time())
							.build())
						.toList())
					.build());
	}

	private Buckets.Parts parts(String uploadId) {
		Buckets.Parts parts = this.buckets.parts(uploadId);
		if (parts == null) {
			throw NoSuchUploadException.builder()
				.message("There is no upload " + uploadId)
				.statusCode(NOT_FOUND)
				.awsErrorDetails(AwsErrorDetails.builder().errorCode("NoSuchUpload").errorMessage("gone").build())
				.build();
		}
		return parts;
	}

	@Override
	public CompleteMultipartUploadResponse completeMultipartUpload(CompleteMultipartUploadRequest request) {
		return call("completeMultipartUpload", () -> {
			Buckets.Parts parts = parts(request.uploadId());
			refuseReplacing(request.ifNoneMatch(), request.bucket(), request.key());
			ByteArrayOutputStream whole = new ByteArrayOutputStream();
			parts.all()
				.stream()
				.sorted(Comparator.comparingInt(Buckets.Part::number))
				.forEach((part) -> whole.writeBytes(part.bytes()));
			this.buckets.put(request.bucket(), request.key(), new Blob(whole.toByteArray(), "STANDARD", Map.of()));
			this.buckets.end(request.uploadId());
			return CompleteMultipartUploadResponse.builder().build();
		});
	}

	@Override
	public AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest request) {
		return call("abortMultipartUpload", () -> {
			parts(request.uploadId());
			this.buckets.end(request.uploadId());
			return AbortMultipartUploadResponse.builder().build();
		});
	}

}
