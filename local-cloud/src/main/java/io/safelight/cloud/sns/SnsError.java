package io.safelight.cloud.sns;

import io.safelight.cloud.AwsError;

/**
 * SNS's errors by their codes in the Query protocol.
 */
final class SnsError {

	private SnsError() {
	}

	static AwsError notFound(String message) {
		return new AwsError(404, "NotFound", message);
	}

	static AwsError invalid(String what) {
		return new AwsError(400, "InvalidParameter", "Invalid parameter: " + what);
	}

	static AwsError invalidValue(String message) {
		return new AwsError(400, "ParameterValueInvalid", message);
	}

	static AwsError batch(String code, String message) {
		return new AwsError(400, code, message);
	}

}
