package io.safelight.purchase.link;

import io.safelight.messaging.Committer;

/**
 * Ends the links of a licence. Thread-safe.
 */
public class RevokeLinks {

	private final Links links;

	private final Committer committer;

	RevokeLinks(Links links, Committer committer) {
		this.links = links;
		this.committer = committer;
	}

	/**
	 * Ends every link of a licence, as far as that is not done yet.
	 * @param licenceId the licence
	 * @param owner who is to stand in them as the buyer from now on
	 * @throws io.safelight.messaging.store.ConditionFailedException if one of them has
	 * changed meanwhile: the same call may be made again
	 */
	public void revoke(String licenceId, String owner) {
		this.links.of(licenceId)
			.stream()
			.filter((link) -> link.state() != LinkState.REVOKED || !link.buyerId().equals(owner))
			.forEach((link) -> this.committer.commit(Links.saved(link.revoked(owner))));
	}

}
