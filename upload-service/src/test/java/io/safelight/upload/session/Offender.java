package io.safelight.upload.session;

import java.time.Instant;

import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.http.HttpStatus;

/**
 * Breaks the rules, so that they are seen to fail.
 */
public final class Offender {

	final io.safelight.upload.inspection.Offender other = new io.safelight.upload.inspection.Offender(null);

	Object offend(S3Client s3) {
		return HttpStatus.valueOf(s3.serviceName() + Instant.now() + this.other);
	}

}
