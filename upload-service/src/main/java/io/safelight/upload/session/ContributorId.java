package io.safelight.upload.session;

/**
 * Who uploads.
 *
 * @param value the user's lasting identity, as the identity provider says
 */
public record ContributorId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
