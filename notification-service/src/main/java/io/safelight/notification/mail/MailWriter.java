package io.safelight.notification.mail;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

import io.safelight.notification.notice.Notice;

import org.springframework.web.util.HtmlUtils;

/**
 * Writes mails: plain text and simple HTML that say the same. Everything that comes from
 * a notice is escaped in the HTML, whatever it is.
 */
final class MailWriter {

	private static final String SETTINGS_PATH = "/notifications";

	private final String site;

	/**
	 * A writer.
	 * @param site where links lead, without a path
	 */
	MailWriter(URI site) {
		this.site = site.toString().replaceAll("/+$", "");
	}

	Draft write(Notice notice) {
		return new Draft(notice.title(), text(notice), html(notice));
	}

	private String text(Notice notice) {
		StringBuilder text = new StringBuilder("Hello,\n\n");
		notice.sentences().forEach((sentence) -> text.append(sentence).append('\n'));
		if (!notice.steps().isEmpty()) {
			text.append("\nWhat to do:\n");
			notice.steps().forEach((step) -> text.append("- ").append(step).append('\n'));
		}
		return text.append('\n')
			.append(notice.link().label())
			.append(": ")
			.append(this.site)
			.append(notice.link().path())
			.append("\n\nSafelight\nSwitch these mails off: ")
			.append(this.site)
			.append(SETTINGS_PATH)
			.append('\n')
			.toString();
	}

	private String html(Notice notice) {
		return """
				<!doctype html>
				<html lang="en">
				<head><meta charset="utf-8"><title>%s</title></head>
				<body style="font-family: sans-serif; line-height: 1.5; max-width: 36em; margin: 2em auto; color: #222">
				<h1 style="font-size: 1.3em">%s</h1>
				%s%s<p><a href="%s" style="color: #b3261e">%s</a></p>
				<p style="color: #666; font-size: 0.9em">Safelight · <a href="%s" style="color: #666">Switch these mails \
				off</a></p>
				</body>
				</html>
				"""
			.formatted(escaped(notice.title()), escaped(notice.title()), paragraphs(notice.sentences()),
					steps(notice.steps()), escaped(this.site + notice.link().path()), escaped(notice.link().label()),
					escaped(this.site + SETTINGS_PATH));
	}

	private static String paragraphs(List<String> sentences) {
		return sentences.stream().map((sentence) -> "<p>" + escaped(sentence) + "</p>\n").collect(Collectors.joining());
	}

	private static String steps(List<String> steps) {
		return steps.isEmpty() ? ""
				: steps.stream()
					.map((step) -> "<li>" + escaped(step) + "</li>\n")
					.collect(Collectors.joining("", "<p>What to do:</p>\n<ul>\n", "</ul>\n"));
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
