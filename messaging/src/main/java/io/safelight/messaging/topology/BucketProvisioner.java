package io.safelight.messaging.topology;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Creates buckets, lets browsers put parts into those that take uploads, and has S3 abort
 * what was begun in parts and left: nobody else can see such parts, but they are paid
 * for.
 */
public final class BucketProvisioner {

	private static final String ABORT_RULE = "abort-what-was-left";

	private static final int NOT_FOUND = 404;

	private static final int ABORTED_AFTER_DAYS = 1;

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
		abortWhatWasLeft(bucket.name());
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

	/** Beside the rules that an operator may have made. */
	private void abortWhatWasLeft(String bucket) {
		List<LifecycleRule> rules = new ArrayList<>(rules(bucket));
		if (rules.stream().anyMatch((rule) -> ABORT_RULE.equals(rule.id()))) {
			return;
		}
		rules.add(LifecycleRule.builder()
			.id(ABORT_RULE)
			.status(ExpirationStatus.ENABLED)
			.filter((all) -> all.prefix(""))
			.abortIncompleteMultipartUpload((abort) -> abort.daysAfterInitiation(ABORTED_AFTER_DAYS))
			.build());
		this.s3.putBucketLifecycleConfiguration((request) -> request.bucket(bucket)
			.lifecycleConfiguration((configuration) -> configuration.rules(rules)));
	}

	private List<LifecycleRule> rules(String bucket) {
		try {
			return this.s3.getBucketLifecycleConfiguration((request) -> request.bucket(bucket)).rules();
		}
		catch (S3Exception ex) {
			if (ex.statusCode() == NOT_FOUND) {
				return List.of();
			}
			throw ex;
		}
	}

}
