package io.safelight.notification.mail;

import java.net.URI;
import java.util.List;

import io.safelight.notification.message.PhotoPublished;
import io.safelight.notification.message.PhotoRejected;
import io.safelight.notification.message.PhotoRejected.Reason;
import io.safelight.notification.notice.Notices;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailWriterTests {

	private final MailWriter writer = new MailWriter(URI.create("https://photos.example/"));

	@Test
	void saysTheSameInPlainTextAndInHtml() {
		Draft draft = this.writer.write(Notices.rejected(new PhotoRejected("p-1", "ana", "sunset.jpg",
				List.of(new Reason("The file is cut off.", "Export it again.")))));
		assertThat(draft.subject()).isEqualTo("“sunset.jpg” was not accepted");
		assertThat(draft.text()).contains("- The file is cut off. Export it again.",
				"https://photos.example/uploads/p-1");
		assertThat(draft.html()).contains("<li>The file is cut off. Export it again.</li>",
				"<a href=\"https://photos.example/uploads/p-1\"");
	}

	@Test
	void lookAsWholeLikeThis() {
		Draft draft = this.writer.write(Notices.published(new PhotoPublished("p-1", "ana", "Sunset")));
		assertThat(draft.text()).isEqualTo("""
				Hello,

				Good news: “Sunset” is published, and everybody can find it now.
				The original is safe in the archive; the public sees watermarked previews only.

				See your photo: https://photos.example/photos/p-1

				Safelight
				Switch these mails off: https://photos.example/notifications
				""");
	}

	@Test
	void escapesWhateverItIsGiven() {
		String hostile = "<img src=x onerror=\"alert('1')\">&";
		Draft draft = this.writer.write(
				Notices.rejected(new PhotoRejected(hostile, hostile, hostile, List.of(new Reason(hostile, hostile)))));
		assertThat(draft.html()).doesNotContain("<img", "onerror=\"", "alert('1')")
			.contains("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;");
	}

	@Test
	void leavesOutTheStepsWhereNothingIsToBeDone() {
		Draft draft = this.writer.write(Notices.published(new PhotoPublished("p-1", "ana", "Sunset")));
		assertThat(draft.text() + draft.html()).doesNotContain("What to do");
	}

}
