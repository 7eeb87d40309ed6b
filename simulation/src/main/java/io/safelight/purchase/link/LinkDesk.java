package io.safelight.purchase.link;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import io.safelight.simulation.Process;
import org.jspecify.annotations.Nullable;

/**
 * Mints, claims and follows links in a simulated process, as the controllers would.
 */
public final class LinkDesk {

	private LinkDesk() {
	}

	/** Mints a link; empty while there is no copy, or if the key was used before. */
	public static Minted mint(Process process, String licenceId, String buyerId, String key) {
		return switch (process.get(MintLink.class).mint(licenceId, buyerId, key)) {
			case MintResult.Minted minted -> new Minted(minted.link().linkId(), minted.secret(), false);
			case MintResult.NotReady notReady -> new Minted(null, null, true);
			default -> new Minted(null, null, false);
		};
	}

	/** Claims a link: the claim, or empty if somebody else has it or it is over. */
	public static Optional<String> claim(Process process, String linkId, String buyerId, String secret, String key) {
		return switch (process.get(ClaimLink.class).claim(linkId, buyerId, secret, key)) {
			case ClaimResult.Claimed claimed when claimed.link().claim() != null ->
				Optional.of(claimed.link().claim().claimId());
			default -> Optional.empty();
		};
	}

	/**
	 * Fetches the whole file.
	 * @return how many bytes came; 0 if there is nothing to be had by this claim
	 */
	public static long fetch(Process process, String claimId) throws IOException {
		Downloads downloads = process.get(Downloads.class);
		Optional<Downloads.File> file = downloads.link(claimId).flatMap((link) -> downloads.file(link, claimId));
		if (file.isEmpty()) {
			return 0;
		}
		ByteRange all = new ByteRange(0, file.get().bytes());
		Optional<Downloads.Delivery> delivery = downloads.begin(claimId, file.get(), all);
		if (delivery.isEmpty()) {
			return 0;
		}
		try (Downloads.Delivery open = delivery.get()) {
			open.sendTo(OutputStream.nullOutputStream());
		}
		return all.length();
	}

	/** Says that everything has come. */
	public static void done(Process process, String claimId) {
		process.get(Downloads.class).done(claimId);
	}

	/**
	 * What became of minting.
	 *
	 * @param linkId the link, if there is one
	 * @param secret its secret
	 * @param tooEarly whether it may work later
	 */
	public record Minted(@Nullable String linkId, @Nullable String secret, boolean tooEarly) {
	}

}
