package io.safelight.purchase.link;

import java.net.URI;

/**
 * Where buyers find this service.
 *
 * @param publicBase the site, under which {@code /d/...} leads here
 * @param apiBase where this service's API is, as seen from outside
 */
record LinkAddresses(URI publicBase, URI apiBase) {

	String landing(String linkId, String secret) {
		return this.publicBase + "/d/" + linkId + "#" + secret;
	}

	/**
	 * The API for pages of the site itself: without the host where it is the same, so
	 * that the site works under each of its names.
	 */
	String apiOfPages() {
		String site = this.publicBase.toString();
		String api = this.apiBase.toString();
		return api.startsWith(site + "/") ? api.substring(site.length()) : api;
	}

}
