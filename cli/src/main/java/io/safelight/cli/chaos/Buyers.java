package io.safelight.cli.chaos;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.safelight.cli.chaos.Tally.Count;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * People who buy a photo and take it away. Thread-safe.
 */
final class Buyers {

	private static final int TRIES = 60;

	private static final int MOST_LINKS = 6;

	private final List<Visitor> people;

	private final Promises promises;

	private final Tally tally;

	private final Set<String> bought = ConcurrentHashMap.newKeySet();

	Buyers(List<Visitor> people, Promises promises, Tally tally) {
		this.people = people;
		this.promises = promises;
		this.tally = tally;
	}

	/**
	 * Buys something, as soon as there is something to buy; nothing, if it is something
	 * that this buyer has.
	 */
	void buy(long seed) throws InterruptedException {
		Random random = new Random(seed);
		Visitor who = this.people.get(random.nextInt(this.people.size()));
		Optional<String> photo = this.promises.anyPublished(random);
		for (int attempt = 0; photo.isEmpty() && attempt < TRIES; attempt++) {
			Visitor.pause(attempt);
			photo = this.promises.anyPublished(random);
		}
		if (photo.isEmpty() || !this.bought.add(who.name() + " " + photo.get())) {
			return;
		}
		try {
			JsonNode order = order(who, photo.get(), random);
			if (order != null) {
				take(who, order.path("licences").path(0).path("licenceId").asString(), random);
			}
		}
		catch (Visitor.GaveUpException ex) {
			this.tally.add(Count.GAVE_UP);
			this.promises.gaveUp("purchase: " + ex.getMessage());
		}
	}

	/** What was published may be on sale a moment later. */
	private @Nullable JsonNode order(Visitor who, String photoId, Random random) throws InterruptedException {
		String key = Long.toHexString(random.nextLong());
		for (int attempt = 0; attempt < TRIES; attempt++) {
			Visitor.Answer answer = order(who, photoId, key);
			if (answer.isGood()) {
				JsonNode order = answer.json();
				String id = order.path("orderId").asString();
				this.tally.add(Count.PURCHASES);
				this.promises.paid(id);
				if (random.nextInt(5) == 0 && !order(who, photoId, key).json().path("orderId").asString().equals(id)) {
					this.promises.doubled("the same order was placed twice, once as " + id);
				}
				return order;
			}
			if (!answer.problem().equals("not-for-sale")) {
				this.promises.lost("an order was refused: " + answer.status() + " " + answer.problem());
				return null;
			}
			Visitor.pause(attempt);
		}
		this.promises.lost("photo " + photoId + " was published and cannot be bought");
		return null;
	}

	private static Visitor.Answer order(Visitor who, String photoId, String key) throws InterruptedException {
		return who.post("/api/purchase/v1/orders", Map.of("lines", List.of(Map.of("photoId", photoId, "size", "full"))),
				"Idempotency-Key", key);
	}

	private void take(Visitor who, String licenceId, Random random) throws InterruptedException {
		for (int attempt = 0; attempt < TRIES * 2; attempt++) {
			if (who.get("/api/purchase/v1/licences/" + licenceId).json().path("state").asString().equals("READY")) {
				break;
			}
			Visitor.pause(attempt);
		}
		for (int link = 0; link < MOST_LINKS; link++) {
			if (takeOnce(who, licenceId, random)) {
				this.tally.add(Count.DOWNLOADS);
				return;
			}
		}
		this.promises.lost("licence " + licenceId + " was bought and could not be downloaded");
	}

	/** Mints a link, claims it and fetches the file; whether that worked. */
	private boolean takeOnce(Visitor who, String licenceId, Random random) throws InterruptedException {
		Visitor.Answer minted = who.post("/api/purchase/v1/licences/" + licenceId + "/downloads", Map.of(),
				"Idempotency-Key", Long.toHexString(random.nextLong()));
		if (!minted.isGood()) {
			Visitor.pause(5);
			return false;
		}
		this.tally.add(Count.LINKS);
		String linkId = minted.json().path("linkId").asString();
		String secret = Objects.requireNonNullElse(URI.create(minted.json().path("url").asString()).getFragment(), "");
		JsonNode claim = (random.nextInt(6) == 0) ? race(who, linkId, secret, random)
				: claim(who, linkId, secret, Long.toHexString(random.nextLong()));
		if (claim == null) {
			return false;
		}
		Download download = new Download(who, claim, random, this.tally);
		if (!download.fetched()) {
			return false;
		}
		if (!download.sha256().equals(claim.path("sha256").asString())) {
			this.promises.lost("licence " + licenceId + " was handed over with other bytes");
		}
		if (random.nextBoolean()) {
			who.post("/api/purchase/v1/claims/" + claim.path("claimId").asString() + "/done",
					Map.of("sha256", download.sha256()));
		}
		return true;
	}

	private static @Nullable JsonNode claim(Visitor who, String linkId, String secret, String key)
			throws InterruptedException {
		Visitor.Answer answer = who.post("/api/purchase/v1/links/" + linkId + "/claim", Map.of("secret", secret),
				"Idempotency-Key", key);
		return answer.isGood() ? answer.json() : null;
	}

	/** Three at once: one of them at most may get it. */
	private @Nullable JsonNode race(Visitor who, String linkId, String secret, Random random)
			throws InterruptedException {
		this.tally.add(Count.RACES);
		List<JsonNode> won = new ArrayList<>();
		try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<@Nullable JsonNode>> claims = new ArrayList<>();
			for (int racer = 0; racer < 3; racer++) {
				String key = Long.toHexString(random.nextLong());
				claims.add(racers.submit(() -> claim(who, linkId, secret, key)));
			}
			for (Future<@Nullable JsonNode> claim : claims) {
				JsonNode answer = claim.get();
				if (answer != null) {
					won.add(answer);
				}
			}
		}
		catch (ExecutionException ex) {
			throw new Visitor.GaveUpException("claim: " + ex.getCause());
		}
		Set<String> claims = new HashSet<>();
		won.forEach((claim) -> claims.add(claim.path("claimId").asString()));
		if (claims.size() > 1) {
			this.promises.doubled("link " + linkId + " was claimed " + claims.size() + " times");
		}
		return won.isEmpty() ? null : won.getFirst();
	}

}
