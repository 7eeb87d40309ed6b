package io.safelight.cloud.ses;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MimeDraftTests {

	@Test
	void readsBothBodiesAndDecodesHeaders() {
		Draft draft = MimeDraft.read("""
				From: Safelight <no-reply@example.com>
				To: ben@example.com, bea@example.com
				Cc: mia@example.com
				Subject: =?UTF-8?Q?Dein_Bild_ist_ver=C3=B6ffentlicht?=
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary=outer

				--outer
				Content-Type: multipart/alternative; boundary=inner

				--inner
				Content-Type: text/plain; charset=utf-8
				Content-Transfer-Encoding: quoted-printable

				Gr=C3=BC=C3=9Fe
				--inner
				Content-Type: text/html; charset=utf-8

				<p>Hello</p>
				--inner--
				--outer
				Content-Type: text/plain
				Content-Disposition: attachment; filename=licence.txt

				not the body
				--outer--
				""".replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
		assertThat(draft.from()).isEqualTo("Safelight <no-reply@example.com>");
		assertThat(draft.to()).containsExactly("ben@example.com", "bea@example.com");
		assertThat(draft.cc()).containsExactly("mia@example.com");
		assertThat(draft.replyTo()).isEmpty();
		assertThat(draft.subject()).isEqualTo("Dein Bild ist veröffentlicht");
		assertThat(draft.text()).isEqualTo("Grüße");
		assertThat(draft.html()).isEqualTo("<p>Hello</p>");
	}

	@Test
	void leavesOutWhatIsNotThere() {
		Draft draft = MimeDraft.read(new byte[0]);
		assertThat(draft.from()).isNull();
		assertThat(draft.to()).isEmpty();
	}

}
