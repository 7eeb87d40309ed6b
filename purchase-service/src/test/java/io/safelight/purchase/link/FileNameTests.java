package io.safelight.purchase.link;

import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.purchase.licence.SourceFile;
import io.safelight.purchase.money.Money;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTests {

	@Test
	void isThePhotosTitleAndSize() {
		assertThat(FileName.of(licence("Sunset over the bay", "a/full.jpg")))
			.isEqualTo("Safelight Sunset over the bay full.jpg");
	}

	@Test
	void leavesOutWhatCouldMisleadAFileSystem() {
		assertThat(FileName.of(licence("../../etc/\u202Egpj.exe\"\r\n<x>", "a/full.jpg")))
			.isEqualTo("Safelight etcgpjexex full.jpg");
	}

	@Test
	void isThePhotosIdWhereNothingIsLeftOfTheTitle() {
		assertThat(FileName.of(licence("???", "a/full.jpg"))).isEqualTo("Safelight photo-1 full.jpg");
	}

	@Test
	void isNotTooLong() {
		assertThat(FileName.of(licence("ä".repeat(500), "a/full.jpg"))).hasSizeLessThan(120);
	}

	@Test
	void isSaidInBothForms() {
		assertThat(FileName.disposition(licence("Käfer", "a/full.jpg"))).isEqualTo(
				"attachment; filename=\"safelight-photo-1-full.jpg\"; filename*=UTF-8''Safelight%20K%C3%A4fer%20full.jpg");
	}

	@Test
	void hasTheTypeOfItsEnding() {
		assertThat(FileName.type(licence("x", "a/full.jpg"))).isEqualTo(MediaType.IMAGE_JPEG);
		assertThat(FileName.type(licence("x", "a/full.png"))).isEqualTo(MediaType.IMAGE_PNG);
		assertThat(FileName.type(licence("x", "a/full"))).isEqualTo(MediaType.APPLICATION_OCTET_STREAM);
	}

	private static Licence licence(String title, String key) {
		return new Licence("licence", 1, "order", "ben", "ana", "photo-1", title, "full", 10, 10,
				new Money(2500, "EUR"), "standard-1", "2026-11-22T10:15:30.000Z",
				new SourceFile("safelight-sale", key, "00", 1), LicenceState.PREPARING, null, null, null, null);
	}

}
