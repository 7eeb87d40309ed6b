package io.safelight.cloud.ses;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailPageTests {

	@Test
	void takesNothingOfAMailAsMarkup() {
		String evil = "<script>alert('\"&')</script>";
		Mail mail = new Mail("1", evil, List.of(evil), List.of(), List.of(), List.of(), evil, evil, evil,
				Instant.parse("2026-11-22T10:00:00Z"));
		assertThat(MailPage.of(List.of(mail))).doesNotContain("<script")
			.contains("&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;");
	}

	@Test
	void saysThatThereIsNoMail() {
		assertThat(MailPage.of(List.of())).contains("No mail was sent yet.");
	}

}
