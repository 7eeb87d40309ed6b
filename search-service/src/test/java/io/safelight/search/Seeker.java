package io.safelight.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.Visitor;

/**
 * Somebody who looks for images.
 *
 * @param visitor who it is
 */
record Seeker(Visitor visitor) {

	/** The ids of what is found for these words. */
	List<String> find(String words) {
		return ids(get("/v1/images/search?query=" + encoded(words)));
	}

	Answer get(String path) {
		return this.visitor.get(path);
	}

	Answer post(String path, Object body) {
		return this.visitor.post(path, body);
	}

	/** The ids of the images on a page. */
	static List<String> ids(Answer page) {
		return page.json().path("data").valueStream().map((image) -> image.path("id").asString()).toList();
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
