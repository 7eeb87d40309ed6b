package io.safelight.cloud.s3;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.safelight.cloud.AwsError;
import io.safelight.cloud.DurableMap;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;

/**
 * Configurations of buckets that S3Mock does not know: they are kept and given back, and
 * have no effect. Others are refused as not implemented, where S3Mock would take them for
 * a listing or for the creation of a bucket.
 */
final class Configurations {

	private static final Map<String, AwsError> KEPT = Map.of("cors",
			missing("NoSuchCORSConfiguration", "The CORS configuration does not exist"), "policy",
			missing("NoSuchBucketPolicy", "The bucket policy does not exist"), "encryption",
			missing("ServerSideEncryptionConfigurationNotFoundError",
					"The server side encryption configuration was not found"),
			"publicAccessBlock",
			missing("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found"),
			"ownershipControls",
			missing("OwnershipControlsNotFoundError", "The bucket ownership controls were not found"), "tagging",
			missing("NoSuchTagSet", "The TagSet does not exist"));

	private static final Set<String> UNKNOWN = Set.of("accelerate", "acl", "analytics", "intelligent-tiering",
			"inventory", "logging", "metrics", "notification", "policyStatus", "replication", "requestPayment",
			"website");

	private final DurableMap<Kept> kept;

	Configurations(DurableMap<Kept> kept) {
		this.kept = kept;
	}

	/**
	 * Whether a request is about a configuration that S3Mock does not know.
	 * @param head the request
	 * @return true when {@link #handle} is to answer it
	 */
	static boolean concerns(Request head) {
		return bucket(head).isPresent() && subresource(head).isPresent();
	}

	/**
	 * The bucket, when a request is about a bucket and not about an object.
	 * @param head the request
	 * @return its name
	 */
	static Optional<String> bucket(Request head) {
		List<String> parts = List.of(head.path().substring(1).split("/", 2));
		boolean bucket = !parts.getFirst().isEmpty() && (parts.size() == 1 || parts.getLast().isEmpty());
		return bucket ? Optional.of(parts.getFirst()) : Optional.empty();
	}

	/**
	 * Answers a request about an existing bucket.
	 * @param request the request
	 * @return the answer
	 */
	Response handle(Request request) {
		String name = subresource(request).orElseThrow();
		String key = bucket(request).orElseThrow() + "/" + name;
		AwsError absent = KEPT.get(name);
		if (absent == null) {
			throw new AwsError(501, "NotImplemented", "?" + name + " is not emulated.");
		}
		return switch (request.method()) {
			case "GET" -> Response.of(200, "policy".equals(name) ? "application/json" : "application/xml",
					this.kept.get(key).orElseThrow(() -> absent).document());
			case "PUT" -> {
				this.kept.put(key, new Kept(key, request.text()));
				yield new Response("policy".equals(name) ? 204 : 200, Map.of(), new byte[0]);
			}
			case "DELETE" -> {
				this.kept.remove(key);
				yield new Response(204, Map.of(), new byte[0]);
			}
			default -> throw new AwsError(405, "MethodNotAllowed",
					"The specified method is not allowed against this resource.");
		};
	}

	/**
	 * Forgets all of a bucket that is no more.
	 * @param bucket its name
	 */
	void forget(String bucket) {
		this.kept.valuesUnder(bucket + "/").forEach((kept) -> this.kept.remove(kept.key()));
	}

	private static Optional<String> subresource(Request head) {
		return head.query()
			.keySet()
			.stream()
			.filter((name) -> KEPT.containsKey(name) || UNKNOWN.contains(name))
			.findFirst();
	}

	private static AwsError missing(String code, String message) {
		return new AwsError(404, code, message);
	}

	/**
	 * A configuration as it was sent.
	 *
	 * @param key the bucket and the name of the configuration
	 * @param document XML, or JSON of a policy
	 */
	record Kept(String key, String document) {
	}

}
