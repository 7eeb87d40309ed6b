package io.safelight.upload.session;

import java.util.Optional;

import io.safelight.upload.inspection.Dimensions;
import io.safelight.upload.inspection.FileKind;

/**
 * What is let in.
 *
 * @param bytes the most bytes of a file
 * @param partBytes the size of a part
 * @param openUploads how many open uploads a contributor may have; sessions begun in the
 * same moment may exceed it by a few
 * @param pixels the most pixels of a picture
 * @param side the most pixels of one side
 */
public record UploadLimits(long bytes, long partBytes, int openUploads, long pixels, int side) {

	/** What can be said against a file before its bytes come. */
	Optional<Reason> against(Declaration declaration) {
		if (FileKind.accepted(declaration.contentType()).isEmpty()) {
			return Optional.of(Reasons.typeNotAccepted());
		}
		if (declaration.bytes() < 1) {
			return Optional.of(Reasons.emptyFile());
		}
		return (declaration.bytes() > this.bytes) ? Optional.of(Reasons.tooLarge(declaration.bytes(), this.bytes))
				: Optional.empty();
	}

	/** What can be said against a picture's size. */
	Optional<Reason> against(Dimensions dimensions) {
		return (dimensions.pixels() > this.pixels || dimensions.longerSide() > this.side)
				? Optional.of(Reasons.tooManyPixels(dimensions, this.pixels, this.side)) : Optional.empty();
	}

}
