package io.safelight.purchase.link;

import java.util.Base64;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * What is said about a file besides its bytes.
 */
final class FileHeaders {

	private FileHeaders() {
	}

	/** Everything that does not depend on which part is sent. */
	static void describe(Downloads.File file, String etag, HttpServletResponse response) {
		response.setContentType(FileName.type(file.licence()).toString());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(file.licence()));
		response.setHeader(HttpHeaders.ETAG, etag);
		response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Repr-Digest", digest(file));
		// A body that ends early must not be followed by anything.
		response.setHeader(HttpHeaders.CONNECTION, "close");
	}

	/** The hash of the whole file, in the words of RFC 9530. */
	static String digest(Downloads.File file) {
		return "sha-256=:"
				+ Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.licence().source().sha256())) + ":";
	}

}
