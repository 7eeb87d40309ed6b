package io.safelight.cloud;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out whether a request was signed with the secret of its access key. Errors have
 * the names that S3 gives them; {@link ErrorPage} translates them for the other
 * protocols. Safe for many threads.
 */
final class SignatureCheck {

	private static final Duration SKEW = Duration.ofMinutes(15);

	// Derived keys are good for a day; a handful of regions and services is in use.
	private static final int MOST_KEYS = 1000;

	private final Map<String, String> secrets;

	private final Clock clock;

	private final Map<Credential, SigningKey> keys = new ConcurrentHashMap<>();

	SignatureCheck(Map<String, String> secrets, Clock clock) {
		this.secrets = secrets;
		this.clock = clock;
	}

	/**
	 * Checks everything but the body.
	 * @param request the head of the request
	 * @param rawPath the path as it was sent
	 * @param signature the signature that the request carries
	 * @return what is needed to check the body
	 * @throws AwsError when the request is not to be believed
	 */
	PayloadCheck check(Request request, String rawPath, Signature signature) {
		SigningKey key = key(signature.credential());
		checkTime(signature);
		String payload = payloadHash(request, signature);
		String canonical = CanonicalRequest.of(request, rawPath, signature, payload);
		String toSign = String.join("\n", Signature.ALGORITHM, signature.timestamp(), signature.credential().scope(),
				SigningKey.hash(canonical.getBytes(StandardCharsets.UTF_8)));
		if (!same(key.sign(toSign), signature.value())) {
			throw new AwsError(403, "SignatureDoesNotMatch",
					"The request signature we calculated does not match the signature you provided. "
							+ "Check your key and signing method.");
		}
		return new PayloadCheck(key, signature, payload);
	}

	private SigningKey key(Credential credential) {
		String secret = this.secrets.get(credential.accessKeyId());
		if (secret == null) {
			throw new AwsError(403, "InvalidAccessKeyId",
					"The AWS Access Key Id you provided does not exist in our records.");
		}
		if (this.keys.size() > MOST_KEYS) {
			this.keys.clear();
		}
		return this.keys.computeIfAbsent(credential, (scope) -> new SigningKey(secret, scope));
	}

	private void checkTime(Signature signature) {
		Instant signedAt = signature.signedAt();
		Instant now = this.clock.instant();
		if (!signature.timestamp().startsWith(signature.credential().date())) {
			throw new AwsError(403, "SignatureDoesNotMatch", "The day of the credential is not that of X-Amz-Date.");
		}
		Optional<Duration> expires = signature.expires();
		if (expires.isPresent() && now.isAfter(signedAt.plus(expires.get()))) {
			throw new AwsError(403, "AccessDenied", "Request has expired");
		}
		Duration skew = Duration.between(signedAt, now);
		if (skew.negated().compareTo(SKEW) > 0 || (expires.isEmpty() && skew.compareTo(SKEW) > 0)) {
			throw new AwsError(403, "RequestTimeTooSkewed",
					"The difference between the request time and the current time is too large.");
		}
	}

	// S3 leaves the body of a presigned request out; every other service covers it.
	private static String payloadHash(Request request, Signature signature) {
		Optional<String> declared = request.header("x-amz-content-sha256");
		if (!"s3".equals(signature.credential().service())) {
			return SigningKey.hash(request.body());
		}
		if (declared.isEmpty() && !signature.presigned()) {
			throw new AwsError(400, "InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
		}
		return declared.or(() -> request.parameter("X-Amz-Content-Sha256")).orElse(PayloadCheck.UNSIGNED);
	}

	static boolean same(String expected, String actual) {
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				actual.getBytes(StandardCharsets.UTF_8));
	}

}
