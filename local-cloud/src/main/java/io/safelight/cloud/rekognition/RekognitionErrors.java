package io.safelight.cloud.rekognition;

import io.safelight.cloud.AwsError;

/**
 * The refusals of Rekognition.
 */
final class RekognitionErrors {

	private RekognitionErrors() {
	}

	static AwsError invalidParameter(String message) {
		return new AwsError(400, "InvalidParameterException", message);
	}

	static AwsError invalidFormat(String message) {
		return new AwsError(400, "InvalidImageFormatException", message);
	}

	static AwsError tooLarge(String message) {
		return new AwsError(400, "ImageTooLargeException", message);
	}

	static AwsError invalidObject() {
		return new AwsError(400, "InvalidS3ObjectException",
				"Unable to get object metadata from S3. Check object key, region and/or access permissions.");
	}

}
