package io.safelight.imaging.darkroom;

import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * What a worker says.
 */
sealed interface Frame {

	/** Orders may come; sent once. */
	record Ready() implements Frame {
	}

	/** The header was read: may so many pixels be decoded? */
	record Asking(long pixels) implements Frame {
	}

	/** A copy is finished. */
	record Copy(Rendition rendition) implements Frame {
	}

	/**
	 * All copies are finished; another order may come.
	 *
	 * @param development what was found out
	 * @param residentBytes the worker's memory now, 0 where that is not known
	 */
	record Done(Development development, long residentBytes) implements Frame {
	}

	/** The file is at fault; another order may come. */
	record Refused(Reason reason, String message) implements Frame {
	}

	/** The machine is at fault; another order may come. */
	record Failed(String message) implements Frame {
	}

}
