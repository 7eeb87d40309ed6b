package io.safelight.purchase.link;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of links.
 *
 * @param publicBase the site, as buyers see it: links begin with it
 * @param apiBase this service's API, as buyers see it; {@code <publicBase>/api/purchase}
 * if not given
 * @param linkPepper base64 of at least 32 random bytes, a secret; made once and kept in a
 * table if not given
 * @param wrongTriesPerMinute how many wrong secrets an address may send within a minute
 */
@ConfigurationProperties("safelight.purchase")
record LinkProperties(@DefaultValue("http://127.0.0.1:8080") URI publicBase, @Nullable URI apiBase,
		@Nullable String linkPepper, @DefaultValue("5") int wrongTriesPerMinute) {

	LinkAddresses addresses() {
		return new LinkAddresses(this.publicBase,
				(this.apiBase != null) ? this.apiBase : URI.create(this.publicBase + "/api/purchase"));
	}

	@Override
	public String toString() {
		return "LinkProperties[publicBase=" + this.publicBase + "]";
	}

}
