package io.safelight.cloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The example of AWS's guide "Signature calculations for the Authorization header:
 * transferring payload in multiple chunks": 66,560 letters in chunks of 64 KiB.
 */
class SignedChunksStreamTests {

	private static final Credential CREDENTIAL = new Credential("AKIAIOSFODNN7EXAMPLE", "20130524", "us-east-1", "s3");

	private static final Signature SEED = new Signature(CREDENTIAL, List.of("host"),
			"4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9", "20130524T000000Z", Optional.empty());

	private static final String BODY = "10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n"
			+ "a".repeat(65536) + "\r\n"
			+ "400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n"
			+ "a".repeat(1024) + "\r\n"
			+ "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n";

	@Test
	void passesTheExampleOfTheGuideOnUnchanged() throws IOException {
		assertThat(read(BODY)).isEqualTo(BODY);
	}

	@Test
	void refusesAChangedChunk() {
		refuses(BODY.replaceFirst("aaaa\r\n400", "aaab\r\n400"), "SignatureDoesNotMatch");
	}

	@Test
	void refusesAMissingChunk() {
		refuses(BODY.substring(0, BODY.indexOf("400;")) + BODY.substring(BODY.indexOf("0;chunk-signature=b6c6")),
				"SignatureDoesNotMatch");
	}

	@Test
	void refusesABodyThatBreaksOff() {
		refuses(BODY.substring(0, 66_000), "IncompleteBody");
	}

	@Test
	void refusesABodyThatIsNotChunked() {
		refuses("plain\r\n", "IncompleteBody");
	}

	private static void refuses(String body, String code) {
		assertThatExceptionOfType(RefusedBodyException.class).isThrownBy(() -> read(body))
			.satisfies((ex) -> assertThat(ex.error().code()).isEqualTo(code));
	}

	private static String read(String body) throws IOException {
		SigningKey key = new SigningKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", CREDENTIAL);
		try (SignedChunksStream stream = new SignedChunksStream(
				new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)), new ChunkSignatures(key, SEED),
				false)) {
			return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
		}
	}

}
