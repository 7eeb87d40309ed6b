package io.safelight.purchase.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.test.MutableClock;
import io.safelight.purchase.RecordingCommitter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimLinkTests {

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final RecordingCommitter committer = new RecordingCommitter(this.store);

	private final Links links = new Links(this.store);

	private final LinkSecrets secrets = new LinkSecrets(new Pepper(this.store, this.clock, null));

	private final ClaimLink claimLink = new ClaimLink(this.links, this.secrets, this.committer, this.clock);

	private final String secret = this.secrets.secret();

	@Test
	void givesTheLinkToItsBuyer() {
		issue();
		assertThat(claim()).isInstanceOf(ClaimResult.Claimed.class);
		assertThat(link().state()).isEqualTo(LinkState.CLAIMED);
		assertThat(this.committer.types()).containsExactly("download-claimed.v1");
	}

	@Test
	void givesItOnce() {
		issue();
		claim();
		assertThat(claim()).isInstanceOf(ClaimResult.Taken.class);
		assertThat(this.committer.types()).hasSize(1);
	}

	@Test
	void givesTheSameClaimForTheSameKey() {
		issue();
		ClaimResult first = this.claimLink.claim(LinkFixtures.LINK, "ben", this.secret, "key-1");
		assertThat(this.claimLink.claim(LinkFixtures.LINK, "ben", this.secret, "key-1")).isEqualTo(first);
		assertThat(this.claimLink.claim(LinkFixtures.LINK, "ben", this.secret, "key-2"))
			.isInstanceOf(ClaimResult.Taken.class);
		this.clock.advance(Link.LEASE);
		assertThat(this.claimLink.claim(LinkFixtures.LINK, "ben", this.secret, "key-1"))
			.isInstanceOf(ClaimResult.Taken.class);
	}

	@Test
	void saysTheSameToAStrangerAsForALinkThatDoesNotExist() {
		issue();
		assertThat(this.claimLink.claim(LinkFixtures.LINK, "bea", this.secret, null))
			.isEqualTo(this.claimLink.claim("01JD8Y3W8K3D9P0RS5T6V7W8X0", "bea", this.secret, null))
			.isInstanceOf(ClaimResult.Unknown.class);
	}

	@Test
	void countsWrongSecretsAndEndsTheLinkAtTwenty() {
		issue();
		for (int i = 0; i < 20; i++) {
			assertThat(this.claimLink.claim(LinkFixtures.LINK, "ben", this.secret + "x", null))
				.isInstanceOf(ClaimResult.WrongSecret.class);
		}
		assertThat(link().state()).isEqualTo(LinkState.REVOKED);
		assertThat(claim()).isEqualTo(new ClaimResult.Ended(LinkState.REVOKED));
	}

	@Test
	void givesNothingAfterTheExpiryEvenIfNobodySweptYet() {
		issue();
		this.clock.advance(Duration.ofHours(72));
		assertThat(claim()).isEqualTo(new ClaimResult.Ended(LinkState.EXPIRED));
	}

	@Test
	void givesNothingUnderAnotherPepper() {
		issue();
		LinkSecrets others = new LinkSecrets(
				new Pepper(this.store, this.clock, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
		assertThat(new ClaimLink(this.links, others, this.committer, this.clock).claim(LinkFixtures.LINK, "ben",
				this.secret, null))
			.isEqualTo(new ClaimResult.Ended(LinkState.REVOKED));
	}

	@Test
	void givesItToOneOfFiftyAtOnce() throws Exception {
		issue();
		List<Callable<ClaimResult>> claims = IntStream.range(0, 50)
			.<Callable<ClaimResult>>mapToObj((i) -> this::claim)
			.toList();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Map<Class<?>, Long> results = threads.invokeAll(claims)
				.stream()
				.map(Future::resultNow)
				.collect(Collectors.groupingBy(ClaimResult::getClass, Collectors.counting()));
			assertThat(results).isEqualTo(Map.of(ClaimResult.Claimed.class, 1L, ClaimResult.Taken.class, 49L));
		}
		assertThat(this.committer.types()).containsExactly("download-claimed.v1");
	}

	/** Row F33 of docs/reliability.md: two instances, 50,000 claims. */
	@Test
	void givesEachOfAThousandLinksToOneOfFifty() throws Exception {
		ClaimLink other = new ClaimLink(this.links, this.secrets, this.committer, this.clock);
		List<String> ids = IntStream.range(0, 1_000)
			.mapToObj((i) -> Ulid.of(this.clock.instant(), this.secrets.random(Ulid.CHOSEN)))
			.toList();
		ids.forEach(this::issue);
		List<Callable<ClaimResult>> claims = new ArrayList<>();
		for (String id : ids) {
			for (int i = 0; i < 50; i++) {
				ClaimLink instance = (i % 2 == 0) ? this.claimLink : other;
				claims.add(() -> instance.claim(id, "ben", this.secret, null));
			}
		}
		Collections.shuffle(claims, new Random(42));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Map<Class<?>, Long> results = threads.invokeAll(claims)
				.stream()
				.map(Future::resultNow)
				.collect(Collectors.groupingBy(ClaimResult::getClass, Collectors.counting()));
			assertThat(results).isEqualTo(Map.of(ClaimResult.Claimed.class, 1_000L, ClaimResult.Taken.class, 49_000L));
		}
		assertThat(this.committer.messages()).hasSize(1_000).extracting("aggregateId").doesNotHaveDuplicates();
	}

	private ClaimResult claim() {
		return this.claimLink.claim(LinkFixtures.LINK, "ben", this.secret, null);
	}

	private void issue() {
		issue(LinkFixtures.LINK);
	}

	private void issue(String linkId) {
		this.committer.commit(Links.saved(Link.issued(linkId, new Link.Subject("licence", "ben", "photo", 1_000),
				this.secrets.stored(this.secret), this.clock.instant())));
	}

	private Link link() {
		return this.links.find(LinkFixtures.LINK).orElseThrow();
	}

}
