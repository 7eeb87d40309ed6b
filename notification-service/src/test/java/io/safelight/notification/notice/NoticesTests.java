package io.safelight.notification.notice;

import java.util.Collections;
import java.util.List;

import io.safelight.notification.message.PhotoPublished;
import io.safelight.notification.message.PhotoRejected;
import io.safelight.notification.message.PublicationFailed;
import io.safelight.notification.message.PurchaseReady;
import io.safelight.notification.message.UploadAbandoned;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoticesTests {

	@Test
	void tellsTheContributorThatAPhotoIsOnSale() {
		Notice notice = Notices.published(new PhotoPublished("p-1", "ana", "Sunset"));
		assertThat(notice.userId()).isEqualTo("ana");
		assertThat(notice.title()).isEqualTo("“Sunset” is on sale");
		assertThat(notice.link().path()).isEqualTo("/photos/p-1");
	}

	@Test
	void namesEveryReasonOfARejectionWithItsRepair() {
		Notice notice = Notices.rejected(new PhotoRejected("p-1", "ana", "sunset.jpg",
				List.of(new PhotoRejected.Reason("The file ends in the middle.", "Export it again."),
						new PhotoRejected.Reason("It is too small.", "Upload the original."))));
		assertThat(notice.steps()).containsExactly("The file ends in the middle. Export it again.",
				"It is too small. Upload the original.");
		assertThat(notice.summary()).contains("Export it again.", "Upload the original.");
	}

	@Test
	void staysShortHoweverManyReasonsThereAre() {
		PhotoRejected.Reason reason = new PhotoRejected.Reason("m".repeat(10_000), "r".repeat(10_000));
		Notice notice = Notices
			.rejected(new PhotoRejected("p-1", "ana", "f".repeat(10_000), Collections.nCopies(1_000, reason)));
		assertThat(notice.title()).hasSizeLessThan(120);
		assertThat(notice.summary()).hasSizeLessThan(8_000);
	}

	@Test
	void takesTheBlameForAFailure() {
		Notice notice = Notices.failed(new PublicationFailed("p-1", "ana", "sunset.jpg", "No renditions."));
		assertThat(notice.summary()).contains("our side", "No renditions.", "Everything was undone", "upload it again");
	}

	@Test
	void tellsAnUploadThatRanOutOfTimeFromOneThatWasRefused() {
		Notice expired = Notices.abandoned(new UploadAbandoned("u-1", "ana", null, "a.jpg", "expired"));
		Notice refused = Notices.abandoned(new UploadAbandoned("u-1", "ana", null, "a.jpg", "The checksum differs."));
		assertThat(expired.title()).isEqualTo("The upload of “a.jpg” was not finished");
		assertThat(refused.title()).isEqualTo("The upload of “a.jpg” was refused");
		assertThat(refused.summary()).contains("The checksum differs.");
	}

	@Test
	void leadsTheBuyerToThePurchase() {
		Notice notice = Notices.ready(new PurchaseReady("l-1", "ben", "Sunset"));
		assertThat(notice.userId()).isEqualTo("ben");
		assertThat(notice.subjectId()).isEqualTo("l-1");
		assertThat(notice.link().path()).isEqualTo("/purchases/l-1");
	}

	@Test
	void speaksOfYourPhotoWhereTheTitleIsEmpty() {
		assertThat(Notices.published(new PhotoPublished("p-1", "ana", " ")).title()).isEqualTo("Your photo is on sale");
	}

	@Test
	void keepsAnIdInsideItsPathSegment() {
		Notice notice = Notices.published(new PhotoPublished("../admin?x=1", "ana", "Sunset"));
		assertThat(notice.link().path()).isEqualTo("/photos/..%2Fadmin%3Fx%3D1");
	}

}
