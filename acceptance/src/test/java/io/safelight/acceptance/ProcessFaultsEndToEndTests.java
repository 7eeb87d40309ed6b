package io.safelight.acceptance;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.safelight.pictures.JpegFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Real processes are killed, and have clocks that go wrong. F1 and so on are rows of
 * docs/reliability.md. {@code ./safelight chaos} does all of it at random.
 */
@Order(8)
class ProcessFaultsEndToEndTests {

	private static Marketplace marketplace;

	private static User ben;

	@BeforeAll
	static void start() throws Exception {
		Assumptions.assumeTrue(Marketplace.isOwn(), "only processes of our own are killed");
		marketplace = Marketplace.running();
		ben = marketplace.user("ben");
	}

	private static Upload uploaded(String title) throws Exception {
		return Upload
			.opened(marketplace.user("paul"), "fault.jpg", title,
					JpegFile.of(Photographs.fetched().mosaic(1200, 800))
						.withExif(1)
						.withComments(UUID.randomUUID().toString())
						.bytes(),
					"fault")
			.completed();
	}

	private static String bought(Upload photo) throws Exception {
		String key = UUID.randomUUID().toString();
		await().atMost(Duration.ofSeconds(60)).until(() -> ordered(photo, key).status() / 100 == 2);
		String licence = ordered(photo, key).json().path("licences").path(0).path("licenceId").asString();
		await().atMost(Duration.ofSeconds(90))
			.until(() -> ben.get("/api/purchase/v1/licences/" + licence)
				.json()
				.path("state")
				.asString()
				.equals("READY"));
		return licence;
	}

	private static User.Answer ordered(Upload photo, String key) throws Exception {
		return ben.post("/api/purchase/v1/orders",
				Map.of("lines", List.of(Map.of("photoId", photo.id(), "size", "full"))), "Idempotency-Key", key);
	}

	private static Link minted(String licence) throws Exception {
		JsonNode minted = ben.post("/api/purchase/v1/licences/" + licence + "/downloads", Map.of()).json();
		return new Link(minted.path("linkId").asString(), URI.create(minted.path("url").asString()).getFragment());
	}

	private record Link(String id, String secret) {

		User.Answer claimed(String key) throws Exception {
			return ben.post("/api/purchase/v1/links/" + this.id + "/claim", Map.of("secret", this.secret),
					"Idempotency-Key", key);
		}

	}

	private static User.Answer content(JsonNode claim, String range) throws Exception {
		return ben.get("/api/purchase/v1/claims/" + claim.path("claimId").asString() + "/content", "Range", range);
	}

	/** F1 to F4, F14. */
	@Test
	void publishesEveryPhotoThoughEveryProcessOnItsWayIsKilled() throws Exception {
		List<Upload> uploads = new ArrayList<>();
		for (int photo = 1; photo <= 6; photo++) {
			uploads.add(uploaded("Killed on its way " + photo));
		}
		for (String service : List.of("imaging", "publication", "catalog")) {
			Marketplace.kill(service);
		}
		for (Upload upload : uploads) {
			JsonNode publication = upload.ended();
			assertThat(publication.path("state").asString()).as(publication.toPrettyString()).isEqualTo("PUBLISHED");
		}
	}

	/** F36. */
	@Test
	void letsOnlyTheClaimantGoOnWhenTheProcessDies() throws Exception {
		Upload photo = uploaded("Claimed before a crash");
		assertThat(photo.ended().path("state").asString()).isEqualTo("PUBLISHED");
		Link link = minted(bought(photo));
		JsonNode claim = link.claimed("mine").json();
		Marketplace.kill("purchase");
		assertThat(link.claimed("mine").json().path("claimId")).isEqualTo(claim.path("claimId"));
		assertThat(link.claimed("another").status()).isEqualTo(409);
		byte[] first = content(claim, "bytes=0-9999").bytes();
		Marketplace.kill("purchase");
		byte[] rest = content(claim, "bytes=10000-").bytes();
		byte[] whole = Arrays.copyOf(first, first.length + rest.length);
		System.arraycopy(rest, 0, whole, first.length, rest.length);
		assertThat(Upload.sha256(whole)).isEqualTo(claim.path("sha256").asString());
		assertThat(link.claimed("another").status()).isIn(409, 410);
	}

	/** F27. */
	@Test
	void worksWithClocksThatDisagreeAndOneThatJumps() throws Exception {
		Marketplace.restartWithClock("publication", Duration.ofMinutes(5));
		Marketplace.restartWithClock("purchase", Duration.ofMinutes(-5));
		Upload photo = uploaded("Seen by clocks that disagree");
		assertThat(photo.ended().path("state").asString()).isEqualTo("PUBLISHED");
		Link link = minted(bought(photo));
		Marketplace.restartWithClock("purchase", Duration.ofHours(1));
		JsonNode claim = link.claimed("mine").json();
		byte[] file = content(claim, "bytes=0-").bytes();
		assertThat(Upload.sha256(file)).isEqualTo(claim.path("sha256").asString());
	}

}
