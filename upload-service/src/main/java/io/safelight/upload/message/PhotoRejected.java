package io.safelight.upload.message;

import java.util.List;

/**
 * Read: the photo was refused.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 * @param reasons why
 */
public record PhotoRejected(String photoId, String contributorId, List<Reason> reasons) {

	public PhotoRejected {
		Required.field(photoId, "photoId");
		Required.field(contributorId, "contributorId");
		reasons = List.copyOf(Required.field(reasons, "reasons"));
	}

	/**
	 * One reason.
	 *
	 * @param code its kind
	 * @param message what is wrong, for people
	 * @param repair what to do about it, for people
	 */
	public record Reason(String code, String message, String repair) {
	}

}
