package io.safelight.messaging.test;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A service's own errors: {@code SnsException} for an {@code SnsRequest}, as the SDK
 * makes it of an error that has no class.
 */
final class ServiceErrors {

	// The code that each service throttles with, from its API reference.
	private static final Map<String, String> THROTTLING = Map.of("S3", "SlowDown", "Sns", "Throttled", "Sqs",
			"RequestThrottled");

	private ServiceErrors() {
	}

	static RuntimeException throttling(SdkRequest request) {
		String service = service(request).getSimpleName().replace("Request", "");
		return refusal(request, THROTTLING.getOrDefault(service, "ThrottlingException"),
				"S3".equals(service) ? 503 : 400);
	}

	static RuntimeException refusal(SdkRequest request, String code, int status) {
		String name = service(request).getName().replaceAll("Request$", "Exception");
		try {
			AwsServiceException.Builder builder = (AwsServiceException.Builder) Class.forName(name)
				.getMethod("builder")
				.invoke(null);
			return builder.awsErrorDetails(details(code, status)).message(code).statusCode(status).build();
		}
		catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("A service's exceptions are not where they were: " + name, ex);
		}
	}

	private static AwsErrorDetails details(String code, int status) {
		return AwsErrorDetails.builder()
			.errorCode(code)
			.errorMessage("Injected")
			.serviceName("Injected")
			.sdkHttpResponse(SdkHttpResponse.builder().statusCode(status).build())
			.build();
	}

	// KMS's EncryptRequest is a KmsRequest.
	private static Class<?> service(SdkRequest request) {
		return request.getClass().getSuperclass();
	}

}
