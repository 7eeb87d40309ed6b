package io.safelight.upload.session;

import java.util.Collection;
import java.util.Map;

/**
 * Tells which files need not be uploaded, before any byte is sent. Thread-safe.
 */
public final class CheckAssets {

	private final Fingerprints fingerprints;

	public CheckAssets(Fingerprints fingerprints) {
		this.fingerprints = fingerprints;
	}

	/** The photos that the contributor already has, by their bytes. */
	public Map<Sha256, UploadId> existing(ContributorId contributor, Collection<Sha256> wanted) {
		return this.fingerprints.find(contributor, wanted);
	}

}
