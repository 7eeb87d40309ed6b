package io.safelight.purchase.licence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.safelight.purchase.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A licence as its buyer sees it.
 *
 * @param licenceId its identity
 * @param orderId the order that it was bought with
 * @param photoId the photo
 * @param title its title when it was bought
 * @param size the size
 * @param width in pixels
 * @param height in pixels
 * @param price what was paid for it
 * @param terms the terms, with their version
 * @param issuedAt when
 * @param state whether the copy can be had
 * @param status the same in words, with what to do
 * @param bytes the size of the file
 * @param sha256 of the file, in lower-case hex
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LicenceView(String licenceId, String orderId, String photoId, String title, String size, int width, int height,
		Money price, String terms, String issuedAt, LicenceState state, String status, long bytes,
		@Nullable String sha256) {

	static LicenceView of(Licence licence) {
		return new LicenceView(licence.licenceId(), licence.orderId(), licence.photoId(), licence.title(),
				licence.size(), licence.width(), licence.height(), licence.price(), licence.terms(), licence.issuedAt(),
				licence.state(), status(licence), licence.source().bytes(), licence.source().sha256());
	}

	private static String status(Licence licence) {
		return switch (licence.state()) {
			case PREPARING -> "Your copy is being encrypted for you. This takes a few seconds.";
			case READY -> "Your copy is ready. Mint a link to download it: POST /v1/licences/" + licence.licenceId()
					+ "/downloads.";
			case COPY_BLOCKED -> "Your copy cannot be made at the moment: " + licence.blocked()
					+ " Your licence is safe; we try again by ourselves.";
			case REVOKED -> "Your licence was revoked: " + licence.blocked();
		};
	}

}
