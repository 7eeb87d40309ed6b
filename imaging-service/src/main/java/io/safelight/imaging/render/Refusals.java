package io.safelight.imaging.render;

import java.io.EOFException;

import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * What is said of files whose structure is at fault.
 */
final class Refusals {

	private Refusals() {
	}

	static UnusablePhotoException damaged() {
		return damaged("The file's structure is damaged. Export it anew.");
	}

	static UnusablePhotoException damaged(String what) {
		return new UnusablePhotoException(Reason.DAMAGED, what);
	}

	static UnusablePhotoException noPicture() {
		return damaged("The file holds no picture.");
	}

	static UnusablePhotoException truncated() {
		return truncated(new EOFException());
	}

	static UnusablePhotoException truncated(EOFException cause) {
		return new UnusablePhotoException(Reason.TRUNCATED,
				"The file ends before the picture does. Upload the complete file.", cause);
	}

	static UnusablePhotoException severalPictures() {
		return new UnusablePhotoException(Reason.SEVERAL_PICTURES,
				"The file holds an animation or several pages; send one picture per file.");
	}

	static UnusablePhotoException unsupported(String what) {
		return new UnusablePhotoException(Reason.UNSUPPORTED_TYPE, what);
	}

}
