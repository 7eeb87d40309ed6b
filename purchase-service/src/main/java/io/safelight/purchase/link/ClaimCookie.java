package io.safelight.purchase.link;

import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;

/**
 * The cookie that lets a browser fetch what was claimed. Where the site has https it is a
 * {@code __Host-} cookie, which no other host and no plain http can set.
 */
class ClaimCookie {

	private final boolean secure;

	private final LinkSecrets secrets;

	ClaimCookie(URI publicBase, LinkSecrets secrets) {
		this.secure = "https".equalsIgnoreCase(publicBase.getScheme());
		this.secrets = secrets;
	}

	private String name() {
		return this.secure ? "__Host-claim" : "claim";
	}

	String header(String claimId) {
		return ResponseCookie.from(name(), this.secrets.cookie(claimId))
			.httpOnly(true)
			.secure(this.secure)
			.sameSite("Strict")
			.path("/")
			.maxAge(Link.LEASE)
			.build()
			.toString();
	}

	boolean isSent(HttpServletRequest request, String claimId) {
		Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]);
		for (Cookie cookie : cookies) {
			if (cookie.getName().equals(name()) && this.secrets.isCookieOf(cookie.getValue(), claimId)) {
				return true;
			}
		}
		return false;
	}

}
