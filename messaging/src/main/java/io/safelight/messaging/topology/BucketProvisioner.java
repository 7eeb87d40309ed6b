package io.safelight.messaging.topology;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CORSRule;

/**
 * Creates buckets, and lets browsers put parts into those that take uploads.
 */
public final class BucketProvisioner {

	private final S3Client s3;

	public BucketProvisioner(S3Client s3) {
		this.s3 = s3;
	}

	void provision(Topology.Bucket bucket) {
		try {
			this.s3.createBucket((request) -> request.bucket(bucket.name()));
		}
		catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException ex) {
			// It is there.
		}
		if (!bucket.browserOrigins().isEmpty()) {
			CORSRule rule = CORSRule.builder()
				.allowedOrigins(bucket.browserOrigins())
				.allowedMethods("PUT")
				.allowedHeaders("*")
				.exposeHeaders("ETag")
				.build();
			this.s3.putBucketCors((request) -> request.bucket(bucket.name())
				.corsConfiguration((configuration) -> configuration.corsRules(rule)));
		}
	}

}
