package io.safelight.notification.notice;

import java.util.List;

/**
 * What somebody is told; the same in the inbox and in a mail.
 *
 * @param userId who is told
 * @param about what happened, such as {@code photo-published}
 * @param subjectId the photo, upload or licence that it happened to
 * @param title one line
 * @param sentences what happened, each a sentence or two
 * @param steps what to do about it, in order; empty where nothing is to be done
 * @param link where to see it
 */
public record Notice(String userId, String about, String subjectId, String title, List<String> sentences,
		List<String> steps, Link link) {

	public Notice {
		sentences = List.copyOf(sentences);
		steps = List.copyOf(steps);
	}

	/** Everything but the title, on one line. */
	public String summary() {
		return String.join(" ", this.sentences) + (this.steps.isEmpty() ? "" : " " + String.join(" ", this.steps));
	}

	/**
	 * A page of the site.
	 *
	 * @param label what it is called
	 * @param path its path, beginning with a slash
	 */
	public record Link(String label, String path) {

		static Link to(String label, String page, String id) {
			return new Link(label, page + java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8));
		}

	}

}
