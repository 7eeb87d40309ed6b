package io.safelight.notification.notice;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainNameTests {

	@Test
	void keepsAnOrdinaryName() {
		assertThat(PlainName.quoted("Möwe über der Bucht.jpg", "your photo")).isEqualTo("“Möwe über der Bucht.jpg”");
	}

	@Test
	void bringsEverythingOntoOneLine() {
		assertThat(PlainName.quoted("a\r\nBcc: everybody@example.test\u2028b", "your photo"))
			.isEqualTo("“a Bcc: everybody@example.test b”");
	}

	@Test
	void dropsWhatTurnsTheReadingDirection() {
		assertThat(PlainName.quoted("photo\u202Egpj.exe", "your photo")).isEqualTo("“photo gpj.exe”");
	}

	@Test
	void saysSomethingElseWhereNothingReadableIsLeft() {
		assertThat(PlainName.quoted(" \u0000\u200B\n", "your photo")).isEqualTo("your photo");
	}

	@Test
	void shortensWithoutCuttingACharacterInTwo() {
		String shortened = PlainName.shortened("📷".repeat(100), 80);
		assertThat(shortened).isEqualTo("📷".repeat(79) + "…");
	}

}
