package io.safelight.cloud.kms;

import java.time.Instant;

import io.safelight.cloud.Account;

/**
 * A name for a key.
 *
 * @param name begins with {@code alias/}
 * @param region where it was made
 * @param keyId the key it stands for
 * @param created when it was made
 * @param updated when it last changed its key
 */
record KmsAlias(String name, String region, String keyId, Instant created, Instant updated) {

	static final String PREFIX = "alias/";

	String arn() {
		return "arn:aws:kms:" + this.region + ":" + Account.ID + ":" + this.name;
	}

	KmsAlias pointedAt(String otherKeyId, Instant now) {
		return new KmsAlias(this.name, this.region, otherKeyId, this.created, now);
	}

}
