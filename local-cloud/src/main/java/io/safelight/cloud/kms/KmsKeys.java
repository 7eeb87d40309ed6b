package io.safelight.cloud.kms;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.safelight.cloud.Account;
import io.safelight.cloud.DurableMap;

/**
 * The keys of the account and their names. A key whose deletion date has come is gone,
 * together with its aliases, from the next look at it. Safe for many threads.
 */
final class KmsKeys {

	private static final Pattern ARN = Pattern.compile("arn:aws:kms:([a-z0-9-]+):" + Account.ID + ":(.+)");

	private final DurableMap<KmsKey> keys;

	private final DurableMap<KmsAlias> aliases;

	private final Clock clock;

	KmsKeys(DurableMap<KmsKey> keys, DurableMap<KmsAlias> aliases, Clock clock) {
		this.keys = keys;
		this.aliases = aliases;
		this.clock = clock;
	}

	Instant now() {
		return this.clock.instant();
	}

	void add(KmsKey key) {
		this.keys.put(key.id(), key);
	}

	/**
	 * All keys, in the order of their ids.
	 */
	List<KmsKey> all() {
		return this.keys.values().stream().filter(this::isAlive).toList();
	}

	/**
	 * Finds a key as cryptographic operations name it.
	 * @param reference key id, key ARN, alias name or alias ARN
	 * @return the key
	 */
	KmsKey find(String reference) {
		String local = withoutArn(reference);
		if (!local.startsWith(KmsAlias.PREFIX)) {
			return findById(reference);
		}
		return this.aliases.get(local)
			.filter((alias) -> reference.equals(alias.name()) || reference.equals(alias.arn()))
			.flatMap((alias) -> findAlive(alias.keyId()))
			.orElseThrow(() -> KmsErrors.notFound("Alias " + reference + " is not found."));
	}

	/**
	 * Finds a key as operations on the key itself name it.
	 * @param reference key id or key ARN; an alias is refused, as AWS does
	 * @return the key
	 */
	KmsKey findById(String reference) {
		String id = idIn(reference);
		return findAlive(id).filter((key) -> reference.equals(id) || reference.equals(key.arn()))
			.orElseThrow(() -> KmsErrors.notFound("Key '" + reference + "' does not exist"));
	}

	/**
	 * Finds the key that a ciphertext names.
	 * @param id the id in the ciphertext
	 * @return the key
	 */
	KmsKey findForCiphertext(String id) {
		return findAlive(id).orElseThrow(() -> KmsErrors.refusal("AccessDeniedException",
				"The ciphertext refers to a customer master key that does not exist, does not exist in this region, "
						+ "or you are not allowed to access."));
	}

	/**
	 * Changes a key in one step.
	 * @param reference key id or key ARN
	 * @param change gets the key as it is; what it throws reaches the caller
	 * @return the key as it is now
	 */
	KmsKey change(String reference, UnaryOperator<KmsKey> change) {
		KmsKey known = findById(reference);
		return Objects.requireNonNull(this.keys.compute(known.id(), (current) -> {
			if (current == null) {
				throw KmsErrors.notFound("Key '" + reference + "' does not exist");
			}
			return change.apply(current);
		}));
	}

	List<KmsAlias> allAliases() {
		return this.aliases.values().stream().filter((alias) -> findAlive(alias.keyId()).isPresent()).toList();
	}

	void addAlias(String name, String region, KmsKey key) {
		this.aliases.compute(name, (current) -> {
			if (current != null && findAlive(current.keyId()).isPresent()) {
				throw KmsErrors.alreadyExists("An alias with the name " + current.arn() + " already exists");
			}
			return new KmsAlias(name, region, key.id(), now(), now());
		});
	}

	void pointAlias(String name, KmsKey key) {
		this.aliases.compute(name, (current) -> {
			if (current == null) {
				throw KmsErrors.notFound("Alias " + name + " is not found.");
			}
			refuseOtherKind(find(name), key);
			return current.pointedAt(key.id(), now());
		});
	}

	void removeAlias(String name) {
		this.aliases.compute(name, (current) -> {
			if (current == null) {
				throw KmsErrors.notFound("Alias " + name + " is not found.");
			}
			return null;
		});
	}

	private static void refuseOtherKind(KmsKey before, KmsKey after) {
		if (before.usage() != after.usage() || before.spec().isSymmetric() != after.spec().isSymmetric()) {
			throw KmsErrors.validation("Alias cannot be changed from a key of type " + before.spec() + " for "
					+ before.usage() + " to one of type " + after.spec() + " for " + after.usage());
		}
	}

	private Optional<KmsKey> findAlive(String id) {
		return this.keys.get(id).filter(this::isAlive);
	}

	private boolean isAlive(KmsKey key) {
		if (!key.isGoneAt(now())) {
			return true;
		}
		this.keys.remove(key.id());
		return false;
	}

	private static String withoutArn(String reference) {
		var arn = ARN.matcher(reference);
		return arn.matches() ? arn.group(2) : reference;
	}

	private static String idIn(String reference) {
		String local = withoutArn(reference);
		String id = (!local.equals(reference) && local.startsWith("key/")) ? local.substring(4) : local;
		try {
			return UUID.fromString(id).toString();
		}
		catch (IllegalArgumentException ex) {
			throw KmsErrors.notFound("Invalid keyId '" + reference + "'");
		}
	}

}
