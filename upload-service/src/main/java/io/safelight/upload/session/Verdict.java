package io.safelight.upload.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.safelight.upload.inspection.Dimensions;
import io.safelight.upload.inspection.Finding;
import io.safelight.upload.inspection.Inspection;

/**
 * Whether the bytes that came are what was announced, and may come in.
 *
 * @param dimensions the picture's size, where it is one
 * @param reasons everything that speaks against it; empty if it may come in
 */
record Verdict(Optional<Dimensions> dimensions, List<Reason> reasons) {

	static Verdict on(Declaration declaration, Inspection inspection, UploadLimits limits) {
		List<Reason> reasons = new ArrayList<>();
		if (inspection.bytes() == 0) {
			return new Verdict(Optional.empty(), List.of(Reasons.emptyFile()));
		}
		if (inspection.bytes() != declaration.bytes()) {
			reasons.add(Reasons.sizeDiffers(declaration.bytes(), inspection.bytes()));
		}
		if (!inspection.sha256().equals(declaration.sha256().hex())) {
			reasons.add(Reasons.checksumDiffers());
		}
		switch (inspection.finding()) {
			case Finding.NotAccepted other -> reasons.add(notAccepted(declaration, other));
			case Finding.Broken broken -> reasons
				.add(broken.truncated() ? Reasons.truncated(broken.kind()) : Reasons.brokenHeader(broken.kind()));
			case Finding.Picture picture -> {
				differs(declaration, picture).ifPresent(reasons::add);
				limits.against(picture.dimensions()).ifPresent(reasons::add);
				return new Verdict(Optional.of(picture.dimensions()), reasons);
			}
		}
		return new Verdict(Optional.empty(), reasons);
	}

	private static Reason notAccepted(Declaration declaration, Finding.NotAccepted other) {
		return other.kind().isPicture() ? Reasons.typeDiffers(declaration.contentType(), other.kind())
				: Reasons.notAnImage(other.kind());
	}

	private static Optional<Reason> differs(Declaration declaration, Finding.Picture picture) {
		boolean same = picture.kind().contentType().filter(declaration.contentType()::equals).isPresent();
		return same ? Optional.empty() : Optional.of(Reasons.typeDiffers(declaration.contentType(), picture.kind()));
	}

}
