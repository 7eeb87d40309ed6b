package io.safelight.notification.message;

import java.util.List;

/**
 * A photo was refused.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 * @param fileName the name of the file that was uploaded
 * @param reasons why; at least one
 */
public record PhotoRejected(String photoId, String contributorId, String fileName, List<Reason> reasons) {

	public PhotoRejected {
		Required.field(photoId, "photoId");
		Required.field(contributorId, "contributorId");
		Required.field(fileName, "fileName");
		reasons = List.copyOf(Required.field(reasons, "reasons"));
	}

	/**
	 * Why a photo was refused.
	 *
	 * @param message what is wrong
	 * @param repair what to do about it
	 */
	public record Reason(String message, String repair) {

		public Reason {
			Required.field(message, "message");
			Required.field(repair, "repair");
		}

	}

}
