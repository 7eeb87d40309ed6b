package io.safelight.purchase.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The page behind a link. Mail scanners and messengers fetch it, so it reads nothing,
 * consumes nothing and is the same for every id, whether there is such a link or not.
 */
@Hidden
@RestController
class LandingController {

	private static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'; object-src 'none'";

	private final byte[] page;

	private final byte[] script = resource("claim.js").getBytes(StandardCharsets.UTF_8);

	private final byte[] style = resource("claim.css").getBytes(StandardCharsets.UTF_8);

	LandingController(LinkAddresses addresses) {
		this.page = resource("landing.html").replace("{api}", HtmlUtils.htmlEscape(addresses.apiOfPages()))
			.replace("{apiBase}", HtmlUtils.htmlEscape(addresses.apiBase().toString()))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String resource(String name) {
		try {
			return new ClassPathResource("landing/" + name).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@GetMapping("/d/{linkId}")
	@PermitAll
	ResponseEntity<byte[]> page(@PathVariable String linkId) {
		return answer("text/html;charset=UTF-8", "no-store", this.page);
	}

	@GetMapping("/d/assets/claim.js")
	@PermitAll
	ResponseEntity<byte[]> script() {
		return answer("text/javascript;charset=UTF-8", "public, max-age=300", this.script);
	}

	@GetMapping("/d/assets/claim.css")
	@PermitAll
	ResponseEntity<byte[]> style() {
		return answer("text/css;charset=UTF-8", "public, max-age=300", this.style);
	}

	private static ResponseEntity<byte[]> answer(String type, String caching, byte[] body) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(type))
			.header(HttpHeaders.CACHE_CONTROL, caching)
			.header("Content-Security-Policy", POLICY)
			.header("Referrer-Policy", "no-referrer")
			.header("X-Robots-Tag", "noindex, nofollow, noarchive")
			.header("X-Content-Type-Options", "nosniff")
			.header("X-Frame-Options", "DENY")
			.body(body);
	}

}
