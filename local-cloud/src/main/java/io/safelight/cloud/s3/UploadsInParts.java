package io.safelight.cloud.s3;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.adobe.testing.s3mock.s3.dto.MultipartUpload;
import com.adobe.testing.s3mock.s3.model.BucketMetadata;
import com.adobe.testing.s3mock.s3.store.BucketStore;
import com.adobe.testing.s3mock.s3.store.MultipartStore;
import io.safelight.cloud.AwsError;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;

/**
 * Aborts uploads in parts. S3Mock forgets the key of what it aborts, and with it the
 * object that has the key already and every other upload to it; S3 does not.
 */
final class UploadsInParts {

	private final BucketStore buckets;

	private final MultipartStore uploads;

	UploadsInParts(BucketStore buckets, MultipartStore uploads) {
		this.buckets = buckets;
		this.uploads = uploads;
	}

	/**
	 * Whether a request aborts an upload.
	 * @param head the request
	 * @return true when {@link #abort} is to answer it
	 */
	static boolean concerns(Request head) {
		return "DELETE".equals(head.method()) && head.parameter("uploadId").isPresent();
	}

	/**
	 * Aborts an upload.
	 * @param request the request
	 * @param keyIsTaken whether there is an object of that key
	 * @return the answer
	 */
	Response abort(Request request, boolean keyIsTaken) {
		List<String> path = List.of(request.path().substring(1).split("/", 2));
		String uploadId = request.parameter("uploadId").orElseThrow();
		BucketMetadata bucket = this.buckets.getBucketMetadata(path.getFirst());
		List<MultipartUpload> same = this.uploads.listMultipartUploads(bucket, path.getLast())
			.stream()
			.filter((upload) -> upload.getKey().equals(path.getLast()))
			.toList();
		if (same.stream().noneMatch((upload) -> uploadId.equals(upload.getUploadId()))) {
			throw new AwsError(404, "NoSuchUpload", "The specified multipart upload does not exist. The upload ID "
					+ "might be invalid, or the multipart upload might have been aborted or completed.");
		}
		this.uploads.abortMultipartUpload(bucket, UUID.fromString(uploadId));
		if (same.size() == 1 && !keyIsTaken) {
			this.buckets.removeFromBucket(path.getLast(), path.getFirst());
		}
		return new Response(204, Map.of(), new byte[0]);
	}

}
