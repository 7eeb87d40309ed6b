package io.safelight.cloud.s3;

import java.util.Locale;
import java.util.Set;

import io.safelight.cloud.Call;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import io.safelight.cloud.Usage;

/**
 * What a request to S3 costs: PUT, COPY, POST and LIST are of one price class, GET, HEAD
 * and the rest of another, both by the storage class of the object; DELETE is free. Some
 * classes are paid for by the byte when they are read.
 */
final class ObjectCall {

	private static final String STORAGE_CLASS = "x-amz-storage-class";

	private static final Set<String> PAID_WHEN_READ = Set.of("STANDARD_IA", "ONEZONE_IA", "GLACIER_IR");

	private ObjectCall() {
	}

	static Call of(Request request, Response response) {
		String path = request.path().substring(1);
		int slash = path.indexOf('/');
		boolean object = slash > 0 && slash < path.length() - 1;
		String operation = object ? object(request) : bucket(request);
		return new Call(operation, (slash < 0) ? path : path.substring(0, slash),
				"DELETE".equals(request.method()) ? Usage.none() : usage(operation, request, response));
	}

	private static String object(Request request) {
		boolean part = request.parameter("partNumber").isPresent();
		boolean copy = request.header("x-amz-copy-source").isPresent();
		boolean upload = request.parameter("uploadId").isPresent();
		return switch (request.method()) {
			case "PUT" -> part ? (copy ? "UploadPartCopy" : "UploadPart") : (copy ? "CopyObject" : "PutObject");
			case "POST" -> upload ? "CompleteMultipartUpload" : "CreateMultipartUpload";
			case "GET" -> upload ? "ListParts" : "GetObject";
			case "DELETE" -> upload ? "AbortMultipartUpload" : "DeleteObject";
			default -> camelCase(request.method()) + "Object";
		};
	}

	private static String bucket(Request request) {
		if ("POST".equals(request.method()) && request.query().containsKey("delete")) {
			return "DeleteObjects";
		}
		return ("GET".equals(request.method()) ? "List" : camelCase(request.method())) + "Bucket";
	}

	private static Usage usage(String operation, Request request, Response response) {
		String kept = request.header(STORAGE_CLASS)
			.orElse(response.headers().getOrDefault(STORAGE_CLASS, "STANDARD"))
			.toUpperCase(Locale.ROOT);
		boolean dear = Set.of("PUT", "POST").contains(request.method()) || operation.startsWith("List");
		Usage usage = Usage.of("s3." + kept + (dear ? ".put" : ".get"), 1);
		if ("GetObject".equals(operation) && PAID_WHEN_READ.contains(kept)) {
			long bytes = Long.parseLong(response.headers().getOrDefault("content-length", "0"));
			return usage.plus(Usage.of("s3." + kept + ".read.bytes", bytes));
		}
		return usage;
	}

	private static String camelCase(String method) {
		return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
	}

}
