package io.safelight.messaging.topology;

import java.util.Set;
import java.util.function.Function;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * S3, asked for buckets by the names that it knows them by. What is presigned does not
 * come this way. As safe for use by many threads as the client behind it.
 */
public final class RenamedBuckets extends DelegatingS3Client {

	private static final Set<String> FIELDS = Set.of("Bucket", "SourceBucket", "DestinationBucket");

	private final BucketNames names;

	public RenamedBuckets(S3Client s3, BucketNames names) {
		super(s3);
		this.names = names;
	}

	@Override
	protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> operation) {
		return operation.apply(renamed(request));
	}

	@SuppressWarnings("unchecked")
	private <T extends S3Request> T renamed(T request) {
		S3Request.Builder copy = request.toBuilder();
		for (SdkField<?> field : request.sdkFields()) {
			if (FIELDS.contains(field.memberName()) && field.getValueOrDefault(request) instanceof String name) {
				field.set(copy, this.names.of(name));
			}
		}
		return (T) copy.build();
	}

}
