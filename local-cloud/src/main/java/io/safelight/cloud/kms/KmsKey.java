package io.safelight.cloud.kms;

import java.time.Instant;
import java.util.Map;

import io.safelight.cloud.Account;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored.
 *
 * @param id a UUID
 * @param region where it was made
 * @param spec its kind
 * @param usage what it is for
 * @param description the owner's words
 * @param created when it was made
 * @param state where it is in its life
 * @param deletionDate when it vanishes; only while its deletion is pending
 * @param policy the key policy, a JSON document; kept, not evaluated
 * @param tags the tags
 * @param material its bytes
 */
record KmsKey(String id, String region, KeySpec spec, KeyUsage usage, String description, Instant created,
		KeyState state, @Nullable Instant deletionDate, String policy, Map<String, String> tags, KeyMaterial material) {

	String arn() {
		return "arn:aws:kms:" + this.region + ":" + Account.ID + ":key/" + this.id;
	}

	boolean isGoneAt(Instant now) {
		return this.deletionDate != null && !this.deletionDate.isAfter(now);
	}

	KmsKey enabled() {
		return inState(KeyState.ENABLED, null);
	}

	KmsKey disabled() {
		return inState(KeyState.DISABLED, null);
	}

	KmsKey pendingDeletionUntil(Instant date) {
		return inState(KeyState.PENDING_DELETION, date);
	}

	KmsKey describedAs(String words) {
		return new KmsKey(this.id, this.region, this.spec, this.usage, words, this.created, this.state,
				this.deletionDate, this.policy, this.tags, this.material);
	}

	KmsKey governedBy(String document) {
		return new KmsKey(this.id, this.region, this.spec, this.usage, this.description, this.created, this.state,
				this.deletionDate, document, this.tags, this.material);
	}

	KmsKey tagged(Map<String, String> all) {
		return new KmsKey(this.id, this.region, this.spec, this.usage, this.description, this.created, this.state,
				this.deletionDate, this.policy, all, this.material);
	}

	private KmsKey inState(KeyState next, @Nullable Instant date) {
		return new KmsKey(this.id, this.region, this.spec, this.usage, this.description, this.created, next, date,
				this.policy, this.tags, this.material);
	}

}
