package io.safelight.simulation.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.safelight.publication.analysis.ReducedCopies;
import io.safelight.publication.analysis.UnusablePhotoException;
import io.safelight.publication.saga.RejectionCode;

/**
 * Small copies without pixels: the file itself.
 */
final class SmallCopies extends ReducedCopies {

	@Override
	public byte[] of(Path file) throws IOException, UnusablePhotoException {
		byte[] bytes = Files.readAllBytes(file);
		if (Originals.kind(bytes) == Originals.Kind.DAMAGED) {
			throw new UnusablePhotoException(RejectionCode.UNREADABLE_FILE, "damaged");
		}
		return bytes;
	}

}
