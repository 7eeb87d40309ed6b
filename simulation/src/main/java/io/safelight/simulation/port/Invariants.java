package io.safelight.simulation.port;

import java.util.Map;
import java.util.Set;

import io.safelight.simulation.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must hold after every single commit, whatever is on its way: versions only grow,
 * ends are ends, a link has at most one claim, what was booked stays booked, and nothing
 * is on sale whose files are not there.
 */
final class Invariants {

	static final ObjectNode NOTHING = JsonMapper.shared().createObjectNode();

	/** States that are never left. */
	private static final Map<String, Set<String>> ENDS = Map.of("safelight-publication-publications",
			Set.of("PUBLISHED", "REJECTED", "FAILED"), "safelight-upload-sessions",
			Set.of("PUBLISHED", "REJECTED", "FAILED", "REFUSED", "ABANDONED"), "safelight-purchase-orders",
			Set.of("PAID", "REFUSED"), "safelight-purchase-links", Set.of("CONSUMED", "EXPIRED", "REVOKED"),
			"safelight-purchase-charges", Set.of("REFUNDED", "DECLINED"));

	private final World world;

	private final Buckets buckets;

	Invariants(World world, Buckets buckets) {
		this.world = world;
		this.buckets = buckets;
	}

	void check(String table, ObjectNode before, ObjectNode after) {
		if (before != NOTHING) {
			changed(table, before, after);
		}
		if (table.equals("safelight-catalog-photos") && after.path("listing").isObject()) {
			onSale(after);
		}
	}

	private void changed(String table, ObjectNode before, ObjectNode after) {
		// A document of search also changes with what is said of its popularity.
		long seen = before.path("version").asLong(0) + (table.equals("safelight-search-documents") ? 0 : 1);
		if (before.has("version") && after.path("version").asLong(Long.MAX_VALUE) < seen) {
			this.world.broken("a version does not grow in " + table + ": " + after.path("version"));
		}
		String state = before.path("state").asString("");
		if (ENDS.getOrDefault(table, Set.of()).contains(state) && !after.path("state").asString("").equals(state)) {
			this.world.broken("an end is left in " + table + ": " + state + " to " + after.path("state").asString(""));
		}
		if (table.equals("safelight-purchase-ledger")) {
			this.world.broken("something was booked twice: " + after);
		}
		if (table.equals("safelight-purchase-links")) {
			claims(before, after);
		}
	}

	/** Whoever has claimed a link keeps it until the lease is over. */
	private void claims(ObjectNode before, ObjectNode after) {
		String claim = before.path("claim").path("claimId").asString("");
		String next = after.path("claim").path("claimId").asString("");
		if (!claim.isEmpty() && !next.isEmpty() && !claim.equals(next)) {
			this.world.broken("link " + after.path("linkId").asString("") + " was claimed twice");
		}
	}

	private void onSale(ObjectNode photo) {
		for (JsonNode offer : photo.path("listing").path("offers")) {
			String bucket = offer.path("file").path("bucket").asString("");
			String key = offer.path("file").path("key").asString("");
			if (!this.buckets.has(bucket, key)) {
				this.world.broken("photo " + photo.path("photoId").asString("") + " is on sale without " + key);
			}
		}
	}

}
