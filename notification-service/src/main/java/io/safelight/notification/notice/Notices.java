package io.safelight.notification.notice;

import java.util.List;

import io.safelight.notification.message.PhotoPublished;
import io.safelight.notification.message.PhotoRejected;
import io.safelight.notification.message.PublicationFailed;
import io.safelight.notification.message.PurchaseReady;
import io.safelight.notification.message.UploadAbandoned;
import io.safelight.notification.notice.Notice.Link;

/**
 * The words for everything that people are told. Kind, short, and with what to do.
 */
public final class Notices {

	private static final String YOUR_PHOTO = "your photo";

	private static final String PHOTO_PAGE = "/photos/";

	private static final String UPLOAD_PAGE = "/uploads/";

	private static final String PURCHASE_PAGE = "/purchases/";

	/** More are not read, and a mail has to stay small. */
	private static final int MOST_REASONS = 10;

	private static final int LONGEST_REASON = 300;

	private Notices() {
	}

	public static Notice published(PhotoPublished message) {
		String name = PlainName.quoted(message.title(), YOUR_PHOTO);
		return new Notice(message.contributorId(), "photo-published", message.photoId(), capital(name) + " is on sale",
				List.of("Good news: " + name + " is published, and everybody can find it now.",
						"The original is safe in the archive; the public sees watermarked previews only."),
				List.of(), Link.to("See your photo", PHOTO_PAGE, message.photoId()));
	}

	public static Notice rejected(PhotoRejected message) {
		String name = PlainName.quoted(message.fileName(), YOUR_PHOTO);
		List<PhotoRejected.Reason> reasons = message.reasons().stream().limit(MOST_REASONS).toList();
		return new Notice(message.contributorId(), "photo-rejected", message.photoId(),
				capital(name) + " was not accepted",
				List.of("Thank you for " + name + ". We could not accept it as it is, but it can be mended."),
				reasons.stream().map(Notices::step).toList(),
				Link.to("See the upload", UPLOAD_PAGE, message.photoId()));
	}

	private static String step(PhotoRejected.Reason reason) {
		return PlainName.shortened(reason.message(), LONGEST_REASON) + " "
				+ PlainName.shortened(reason.repair(), LONGEST_REASON);
	}

	public static Notice failed(PublicationFailed message) {
		String name = PlainName.quoted(message.fileName(), YOUR_PHOTO);
		return new Notice(message.contributorId(), "publication-failed", message.photoId(),
				capital(name) + " could not be published",
				List.of("We are sorry: something went wrong on our side while we were publishing " + name + ".",
						PlainName.shortened(message.reason(), LONGEST_REASON),
						"Everything was undone, and nothing of it is on sale."),
				List.of("Please upload it again. If it fails a second time, tell us: the fault is ours."),
				Link.to("See the upload", UPLOAD_PAGE, message.photoId()));
	}

	public static Notice abandoned(UploadAbandoned message) {
		String name = PlainName.quoted(message.fileName(), "your upload");
		return message.reason().equals("expired") ? expired(message, name) : refused(message, name);
	}

	private static Notice expired(UploadAbandoned message, String name) {
		return new Notice(message.contributorId(), "upload-abandoned", message.uploadId(),
				"The upload of " + name + " was not finished",
				List.of("The last bytes of " + name + " did not arrive in time, so the upload was closed.",
						"Nothing of it was kept."),
				List.of("Begin the upload again whenever it suits you. A part that fails can be sent again by itself."),
				Link.to("Upload again", UPLOAD_PAGE, ""));
	}

	private static Notice refused(UploadAbandoned message, String name) {
		return new Notice(message.contributorId(), "upload-abandoned", message.uploadId(),
				"The upload of " + name + " was refused",
				List.of("We could not take " + name + ": " + PlainName.shortened(message.reason(), LONGEST_REASON),
						"Nothing of it was kept."),
				List.of("Please check the file, export it again if need be, and upload it once more."),
				Link.to("Upload again", UPLOAD_PAGE, ""));
	}

	public static Notice ready(PurchaseReady message) {
		String name = PlainName.quoted(message.title(), YOUR_PHOTO);
		return new Notice(message.buyerId(), "purchase-ready", message.licenceId(), capital(name) + " is ready for you",
				List.of("Thank you for buying " + name + ". Your own copy was made and encrypted for you alone."),
				List.of("Open your purchase and ask for a download link: it works once, and you can always ask for another."),
				Link.to("Get your photo", PURCHASE_PAGE, message.licenceId()));
	}

	private static String capital(String name) {
		return Character.toUpperCase(name.charAt(0)) + name.substring(1);
	}

}
