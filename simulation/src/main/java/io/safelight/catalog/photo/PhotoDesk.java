package io.safelight.catalog.photo;

import io.safelight.simulation.Process;

/**
 * Takes photos off sale in a simulated process, as the controller would.
 */
public final class PhotoDesk {

	private PhotoDesk() {
	}

	/** Takes a photo off sale for good, if it is on sale. */
	public static void remove(Process process, String photoId, String contributorId) {
		process.get(RemovePhoto.class)
			.remove(photoId, new RemovePhoto.Remover(contributorId, false), "its photographer wants it");
	}

}
