package io.safelight.cloud.ses;

import java.util.List;

/**
 * The mails as a page for a person. Nothing of a mail is ever taken as markup.
 */
final class MailPage {

	private MailPage() {
	}

	static String of(List<Mail> mails) {
		StringBuilder page = new StringBuilder("""
				<!doctype html>
				<html lang="en"><head><meta charset="utf-8"><title>Mails</title>
				<meta name="viewport" content="width=device-width"><style>
				body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 50rem; padding: 0 1rem }
				article { border-top: 1px solid #bbb; padding: 1rem 0 } h2 { font-size: 1.1rem; margin: 0 }
				p { color: #555; margin: 0 } pre { white-space: pre-wrap; overflow-wrap: anywhere }
				</style></head><body><h1>Mails</h1>
				""");
		page.append(mails.isEmpty() ? "<p>No mail was sent yet.</p>" : "");
		mails.forEach((mail) -> append(page, mail));
		return page.append("</body></html>\n").toString();
	}

	private static void append(StringBuilder page, Mail mail) {
		page.append("<article><h2>%s</h2><p>%s to %s, %s</p>".formatted(escaped(mail.subject()), escaped(mail.from()),
				escaped(String.join(", ", mail.to())), escaped(mail.time().toString())));
		String text = mail.text();
		String html = mail.html();
		if (text != null) {
			page.append("<pre>").append(escaped(text)).append("</pre>");
		}
		if (html != null) {
			page.append("<details><summary>HTML source</summary><pre>")
				.append(escaped(html))
				.append("</pre></details>");
		}
		page.append("</article>\n");
	}

	static String escaped(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}
