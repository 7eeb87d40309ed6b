package io.safelight.cloud;

/**
 * The wire protocols of the AWS services that are answered here. They differ in how a
 * refusal is written.
 */
public enum Protocol {

	/**
	 * {@code X-Amz-Target} and JSON 1.0 or 1.1: DynamoDB, SQS, KMS, Rekognition. Errors
	 * are {@code {"__type": code, "message": …}}.
	 */
	JSON,

	/**
	 * REST with JSON bodies: SES v2. Errors are {@code {"message": …}} and the code is in
	 * the header {@code x-amzn-ErrorType}.
	 */
	REST_JSON,

	/**
	 * Form-encoded {@code Action=…} and XML answers: SNS, SES v1. Errors are
	 * {@code <ErrorResponse><Error><Type/><Code/><Message/></Error></ErrorResponse>}.
	 */
	QUERY,

	/**
	 * REST with XML bodies: S3. Errors are {@code <Error><Code/><Message/></Error>}.
	 */
	REST_XML

}
