package io.safelight.cloud;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What the SDK's signer signs is accepted, and nothing else.
 */
class SignatureCheckTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private final SignatureCheck check = new SignatureCheck(Map.of("test", "secret"), Clock.fixed(NOW, ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource({ "sqs,/", "s3,/bucket/plain", "s3,/bucket/a%20b/%C3%BC%2B%281%29",
			"s3,/bucket/x?list-type=2&prefix=a%2Fb", "ses,/v2/email/identities/ana%40safelight.example",
			"kms,/?b=2&a=1&a=0" })
	void acceptsWhatTheSdkSigns(String service, String target) {
		assertThatNoException().isThrownBy(() -> check(signed(service, target, NOW, (request) -> {
		})));
	}

	@Test
	void acceptsAPresignedRequestUntilItExpires() {
		assertThatNoException().isThrownBy(() -> check(presigned(NOW.minusSeconds(59))));
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> check(presigned(NOW.minusSeconds(61))))
			.withMessage("Request has expired");
	}

	@ParameterizedTest
	@CsvSource({ "899,", "-899,", "901,RequestTimeTooSkewed", "-901,RequestTimeTooSkewed" })
	void allowsAQuarterOfAnHourBetweenClocks(long seconds, @Nullable String code) {
		SdkHttpRequest request = signed("sqs", "/", NOW.plusSeconds(seconds), (properties) -> {
		});
		if (code == null) {
			assertThatNoException().isThrownBy(() -> check(request));
		}
		else {
			refuses(request, code);
		}
	}

	@Test
	void refusesAnotherSecret() {
		refuses(signed("sqs", "/", NOW, (request) -> request.identity(AwsCredentialsIdentity.create("test", "other"))),
				"SignatureDoesNotMatch");
	}

	@Test
	void refusesAnUnknownKey() {
		refuses(signed("sqs", "/", NOW,
				(request) -> request.identity(AwsCredentialsIdentity.create("nobody", "secret"))),
				"InvalidAccessKeyId");
	}

	@Test
	void refusesWhatWasChangedAfterSigning() {
		SdkHttpRequest request = signed("s3", "/bucket/key", NOW, (properties) -> {
		});
		refuses(request.copy((changed) -> changed.encodedPath("/bucket/other")), "SignatureDoesNotMatch");
		refuses(request.copy((changed) -> changed.method(SdkHttpMethod.DELETE)), "SignatureDoesNotMatch");
		refuses(request.copy((changed) -> changed.putRawQueryParameter("acl", "")), "SignatureDoesNotMatch");
		refuses(request.copy((changed) -> changed.putHeader("x-amz-meta-a", "b")), "SignatureDoesNotMatch");
	}

	@Test
	void refusesASignatureOfAnotherBody() {
		SdkHttpRequest request = signed("sqs", "/", NOW, (properties) -> {
		});
		Request other = RequestHead.signed(head(request), credential(request),
				"other".getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(AwsError.class)
			.isThrownBy(() -> this.check.check(other, request.encodedPath(), Signature.of(other).orElseThrow()))
			.satisfies((error) -> assertThat(error.code()).isEqualTo("SignatureDoesNotMatch"));
	}

	@Test
	void refusesWhatItCannotRead() {
		Request request = new Request("1", "GET", "/", Map.of(),
				Map.of("authorization", List.of("AWS4-HMAC-SHA256 Credential=test"), "x-amz-date", List.of("now")),
				new byte[0], "", "us-east-1");
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> Signature.of(request))
			.satisfies((error) -> assertThat(error.code()).isEqualTo("AuthorizationHeaderMalformed"));
	}

	private void refuses(SdkHttpRequest request, String code) {
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> check(request))
			.satisfies((error) -> assertThat(error.code()).isEqualTo(code));
	}

	private void check(SdkHttpRequest request) {
		Request head = head(request);
		Request whole = RequestHead.signed(head, credential(request), "body".getBytes(StandardCharsets.UTF_8));
		this.check.check(whole, request.encodedPath(), Signature.of(whole).orElseThrow());
	}

	private static Credential credential(SdkHttpRequest request) {
		return Signature.of(head(request)).orElseThrow().credential();
	}

	private static SdkHttpRequest presigned(Instant at) {
		return signed("s3", "/bucket/key", at,
				(request) -> request.payload(null)
					.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4HttpSigner.AuthLocation.QUERY_STRING)
					.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
					.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(1)));
	}

	private static SdkHttpRequest signed(String service, String target, Instant at,
			Consumer<SignRequest.Builder<AwsCredentialsIdentity>> more) {
		return AwsV4HttpSigner.create().sign((request) -> {
			request.identity(AwsCredentialsIdentity.create("test", "secret"))
				.request(SdkHttpRequest.builder()
					.method(SdkHttpMethod.POST)
					.uri(URI.create("http://127.0.0.1:4566" + target))
					.putHeader("Content-Type", "text/plain;  charset=UTF-8")
					.putHeader("x-amz-meta-a", "a")
					.build())
				.payload(ContentStreamProvider.fromUtf8String("body"))
				.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
				.putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
				.putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !"s3".equals(service))
				.putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC));
			more.accept(request);
		}).request();
	}

	private static Request head(SdkHttpRequest request) {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		request.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
		headers.putIfAbsent("host", List.of(request.host() + ":" + request.port()));
		Map<String, List<String>> query = new LinkedHashMap<>();
		request.rawQueryParameters().forEach((name, values) -> query.put(name, new ArrayList<>(values)));
		return new Request("1", request.method().name(), RequestHead.decode(request.encodedPath(), false), query,
				headers, new byte[0], "", "us-east-1");
	}

}
