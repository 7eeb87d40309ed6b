package io.safelight.purchase.link;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.test.MutableClock;
import io.safelight.purchase.RecordingCommitter;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.link.ClaimController.ClaimRequest;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ClaimControllerTests {

	private static final Caller BEN = new Caller("ben", null, Set.of("buyer"));

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final RecordingCommitter committer = new RecordingCommitter(this.store);

	private final LinkSecrets secrets = new LinkSecrets(new Pepper(this.store, this.clock, null));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ClaimController controller = controller();

	@Test
	void doesNotListenToAnAddressAfterFiveWrongSecrets() {
		for (int i = 0; i < 5; i++) {
			assertThat(status("10.0.0.1")).isEqualTo(i % 2 == 0 ? 403 : 404);
		}
		assertThat(status("10.0.0.1")).isEqualTo(429);
		assertThat(status("10.0.0.2")).isBetween(403, 404);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(status("10.0.0.1")).isBetween(403, 404);
	}

	@Test
	void keepsSecretsOutOfLogs() {
		assertThat(new ClaimRequest("the-secret")).asString().doesNotContain("the-secret");
		assertThat(new MintResult.Minted(LinkFixtures.aLink(LinkState.ISSUED), "the-secret")).asString()
			.doesNotContain("the-secret");
		assertThat(new DownloadController.MintedView("id", "http://x/d/id#the-secret", this.clock.instant())).asString()
			.doesNotContain("the-secret");
	}

	@Test
	void countsEveryEndOfAClaimFromNothingOn() {
		assertThat(this.meters.get("link.claim").counters())
			.extracting((counter) -> counter.getId().getTag("result") + " " + (int) counter.count())
			.containsExactlyInAnyOrder("claimed 0", "unknown 0", "wrong-secret 0", "taken 0", "consumed 0",
					"expired 0");
		status("10.0.0.1");
		assertThat(this.meters.get("link.claim").tag("result", "wrong-secret").counter().count()).isOne();
	}

	private int tries;

	/** A wrong secret of a link that there is, and one of a link that there is not. */
	private int status(String address) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		String linkId = (this.tries++ % 2 == 0) ? LinkFixtures.LINK : "01JD8Y3W8K3D9P0RS5T6V7W8X0";
		return catchThrowableOfType(ProblemException.class,
				() -> this.controller.claim(BEN, linkId, null, new ClaimRequest("wrong"), request))
			.getStatusCode()
			.value();
	}

	private ClaimController controller() {
		Links links = new Links(this.store);
		Link link = Link.issued(LinkFixtures.LINK, new Link.Subject("licence", "ben", "photo", 1_000),
				this.secrets.stored("right"), this.clock.instant());
		this.committer.commit(Links.saved(link));
		URI site = URI.create("https://photos.example.test");
		return new ClaimController(new ClaimLink(links, this.secrets, this.committer, this.clock),
				new Licences(this.store), new WrongTries(5, this.clock), new ClaimCookie(site, this.secrets),
				new LinkAddresses(site, URI.create(site + "/api/purchase")), this.meters);
	}

}
