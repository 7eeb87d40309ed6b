package io.safelight.purchase.buyer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * Who is erased. Thread-safe.
 */
public class Erasures {

	public static final Table TABLE = Table.of("safelight-purchase-erasures", "erasureId")
		.indexedBy("due", "work", "dueAt");

	private final Store store;

	public Erasures(Store store) {
		this.store = store;
	}

	/** The erasure of a user, if it was ever asked for. */
	public Optional<Erasure> of(String userId) {
		return find(id(userId));
	}

	public Optional<Erasure> find(String erasureId) {
		return this.store.find(TABLE, TABLE.key(erasureId), Erasure.class);
	}

	public boolean isErased(String userId) {
		return of(userId).isPresent();
	}

	/**
	 * The fence: changes with it are refused as a whole if the user is erased by then.
	 */
	public static Changes onlyIfKept(String userId) {
		return Changes.none().check(TABLE, TABLE.key(id(userId)), Condition.absent());
	}

	/** A new wish. */
	public Erasure asked(String userId, String askedBy, @Nullable String reason, Instant now) {
		return Erasure.asked(id(userId), userId, "erased-" + UUID.randomUUID(), askedBy, reason, now);
	}

	/** Erasures that are to be looked after by now. The index may lag behind. */
	public List<Erasure> due(Instant now) {
		return this.store.query(Query.of(TABLE, "due", Erasure.ERASING).upTo(SortableTime.of(now)), Erasure.class)
			.items();
	}

	public static Changes saved(Erasure erasure) {
		return Changes.none().put(TABLE, erasure, Condition.version(erasure.version() - 1));
	}

	private static String id(String userId) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(sha256.digest(("buyer\n" + userId).getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
