package io.safelight.upload.session;

import java.time.Duration;

import io.safelight.upload.inspection.Dimensions;
import io.safelight.upload.inspection.FileKind;

/**
 * Everything that this service can have against an upload, on one screen. The codes are
 * part of the interface.
 */
final class Reasons {

	private static final String EXPORT_AGAIN = "Export the photo again and upload the new file.";

	private Reasons() {
	}

	static Reason emptyFile() {
		return new Reason("empty-file", "The file has no bytes.", "Choose the file again; it may still be copying.");
	}

	static Reason tooLarge(long bytes, long most) {
		return new Reason("file-too-large", "The file has %,d bytes; at most %,d are accepted.".formatted(bytes, most),
				"Export the photo with fewer pixels or stronger compression.");
	}

	static Reason typeNotAccepted() {
		return new Reason("type-not-accepted", "Files of this type are not accepted.",
				"Send image/jpeg, image/png, image/tiff or image/webp.");
	}

	static Reason sizeDiffers(long declared, long found) {
		return new Reason("size-differs",
				"The file was announced with %,d bytes, but %,d came.".formatted(declared, found),
				"Upload the file again; it may have changed meanwhile.");
	}

	static Reason checksumDiffers() {
		return new Reason("checksum-differs", "The bytes that came are not those that were announced.",
				"Upload the file again; it may have changed meanwhile.");
	}

	static Reason notAnImage(FileKind kind) {
		return new Reason("not-an-image", "The file is " + kind.description() + ".",
				"Upload a JPEG, PNG, TIFF or WebP picture.");
	}

	static Reason typeDiffers(String declared, FileKind kind) {
		return new Reason("type-differs",
				"The file was announced as " + declared + ", but it is " + kind.description() + ".",
				kind.contentType()
					.map((contentType) -> "Announce it as " + contentType + ".")
					.orElse("Export it as JPEG, PNG, TIFF or WebP."));
	}

	static Reason truncated(FileKind kind) {
		return new Reason("truncated-file",
				"The file begins as " + kind.description() + ", but ends within its header.", EXPORT_AGAIN);
	}

	static Reason brokenHeader(FileKind kind) {
		return new Reason("broken-header",
				"The file begins as " + kind.description() + ", but its header cannot be followed.", EXPORT_AGAIN);
	}

	static Reason tooManyPixels(Dimensions found, long mostPixels, int longestSide) {
		return new Reason("too-many-pixels", "The picture has %d x %d pixels; at most %,d and %,d a side are accepted."
			.formatted(found.width(), found.height(), mostPixels, longestSide), "Export the photo with fewer pixels.");
	}

	static Reason duplicate() {
		return new Reason(Reason.DUPLICATE, "You have already uploaded this very file.",
				"There is nothing to do: look at the photo that is there.");
	}

	static Reason expired(Duration validity) {
		return new Reason(Reason.EXPIRED, "The bytes did not all come within %d hours.".formatted(validity.toHours()),
				"Begin the upload again.");
	}

	static Reason lost() {
		return new Reason("lost", "The bytes that came are no longer there.", "Begin the upload again.");
	}

	static Reason withdrawn() {
		return new Reason("withdrawn", "You took the upload back.", "Begin it again if you want to.");
	}

}
