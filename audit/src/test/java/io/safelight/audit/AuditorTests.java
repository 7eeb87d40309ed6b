package io.safelight.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.safelight.audit.Evidence.Booking;
import io.safelight.audit.Evidence.Charge;
import io.safelight.audit.Evidence.Document;
import io.safelight.audit.Evidence.Licence;
import io.safelight.audit.Evidence.Link;
import io.safelight.audit.Evidence.Listing;
import io.safelight.audit.Evidence.Message;
import io.safelight.audit.Evidence.Money;
import io.safelight.audit.Evidence.Order;
import io.safelight.audit.Evidence.Publication;
import io.safelight.audit.Evidence.StoredObject;
import io.safelight.audit.Evidence.Subscription;
import io.safelight.audit.Evidence.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each promise is broken once, to see that the auditor notices.
 */
class AuditorTests {

	private static final Money PRICE = new Money(2500, "EUR");

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Instant LONG_AGO = Instant.parse("2026-11-22T11:00:00Z");

	private final Auditor auditor = new Auditor();

	/**
	 * A marketplace with one published, one rejected and one sold photo, and nothing
	 * wrong.
	 */
	private static Evidence sound() {
		Listing listing = new Listing("p1",
				new Listing.Details(
						List.of(new Listing.Offer("full", 70, new Listing.File("safelight-sale", "p1/full-abc.jpg"))),
						List.of(new Listing.Preview("w320", 7))));
		return new Evidence(
				List.of(new Upload("ana", "p1", "PUBLISHED", "abc", 100),
						new Upload("ana", "p2", "REJECTED", "def", 50), new Upload("ana", "p3", "OPEN", "123", 10)),
				List.of(new Publication("p1", "PUBLISHED"), new Publication("p2", "REJECTED")), List.of(listing),
				List.of(new Document("p1", "LISTED")), Set.of("p1"),
				Map.of("safelight-originals", objects(new StoredObject("p1/abc", 100, "GLACIER")), "safelight-public",
						objects(new StoredObject("p1/w320-abc.jpg", 7, "STANDARD")), "safelight-sale",
						objects(new StoredObject("p1/full-abc.jpg", 70, "STANDARD")), "safelight-incoming",
						objects(new StoredObject("ana/p3", 10, "STANDARD")), "safelight-purchases",
						objects(new StoredObject("l1", 99, "STANDARD"))),
				Map.of("upload", List.of(said("1", "photo-uploaded.v1", "p1", "{}")), "publication",
						List.of(handled("1")), "purchase", List.of(consumed("2"))),
				Map.of("safelight-upload-dlq", 0L),
				List.of(new Order("o1", "PAID", List.of(new Order.Line("l1")), PRICE, "o1")),
				List.of(new Charge("o1", 2500, "EUR", "CHARGED")),
				List.of(new Booking("o1", -2500, "EUR"), new Booking("o1", 2500, "EUR")),
				List.of(new Licence("l1", "o1", "READY", new Licence.Copy("safelight-purchases", "l1", 99))),
				List.of(new Link("k1", "l1", "CONSUMED")),
				List.of(new Subscription("events", "publication", Set.of("photo-uploaded.v"))), NOW);
	}

	private static Message said(String id, String type, String aggregateId, String body) {
		return new Message("OUT#" + id, null, type, body, id, aggregateId, "topic:events", LONG_AGO);
	}

	private static Message consumed(String id) {
		return said(id, "download-consumed.v1", "k1", "{\"linkId\":\"k1\"}");
	}

	private static Message handled(String id) {
		return new Message("IN#" + id, null, null, null, null, null, null, null);
	}

	private static Message parked(String id) {
		return new Message("PARKED#" + id, "PARKED", null, "{oops", id, null, null, null);
	}

	private static Map<String, StoredObject> objects(StoredObject... objects) {
		return Stream.of(objects).collect(Collectors.toMap(StoredObject::key, (object) -> object));
	}

	@Test
	void findsNothingBrokenInASoundMarketplace() {
		Report report = this.auditor.judge(sound());
		assertThat(report.findings()).isEmpty();
		assertThat(report.checked()).isGreaterThan(20);
	}

	static Stream<Arguments> faults() {
		return Stream.of(Arguments.of("each upload has exactly one end", new Broken() {
			@Override
			List<Upload> uploads() {
				return List.of(new Upload("ana", "p1", "REJECTED", "abc", 100),
						new Upload("ana", "p2", "REJECTED", "def", 50), new Upload("ana", "p3", "OPEN", "123", 10));
			}
		}), Arguments.of("each upload has exactly one end", new Broken() {
			@Override
			List<Publication> publications() {
				return List.of(new Publication("p1", "PUBLISHED"), new Publication("p2", "COMPENSATION_STUCK"));
			}
		}), Arguments.of("a published photo is whole", new Broken() {
			@Override
			List<Listing> listings() {
				return List.of();
			}
		}), Arguments.of("a published photo is whole", new Broken() {
			@Override
			Set<String> found() {
				return Set.of();
			}
		}), Arguments.of("a published photo is whole", new Broken() {
			@Override
			List<Document> documents() {
				return List.of();
			}
		}), Arguments.of("a published photo is whole", new Broken() {
			@Override
			Map<String, StoredObject> bucket(String name) {
				return name.equals("safelight-originals") ? objects(new StoredObject("p1/abc", 100, "STANDARD"))
						: super.bucket(name);
			}
		}), Arguments.of("a published photo is whole", new Broken() {
			@Override
			Map<String, StoredObject> bucket(String name) {
				return name.equals("safelight-sale") ? objects() : super.bucket(name);
			}
		}), Arguments.of("a published photo is whole", new Broken() {
			@Override
			Map<String, StoredObject> bucket(String name) {
				return name.equals("safelight-public") ? objects() : super.bucket(name);
			}
		}), Arguments.of("an unpublished photo leaves nothing behind", new Broken() {
			@Override
			Set<String> found() {
				return Set.of("p1", "p2");
			}
		}), Arguments.of("no object is an orphan", new Broken() {
			@Override
			Map<String, StoredObject> bucket(String name) {
				return name.equals("safelight-public") ? objects(new StoredObject("p1/w320-abc.jpg", 7, "STANDARD"),
						new StoredObject("p2/w320-def.jpg", 7, "STANDARD")) : super.bucket(name);
			}
		}), Arguments.of("no object is an orphan", new Broken() {
			@Override
			Map<String, StoredObject> bucket(String name) {
				return name.equals("safelight-incoming") ? objects(new StoredObject("ana/p1", 100, "STANDARD"))
						: super.bucket(name);
			}
		}), Arguments.of("outboxes are drained", new Broken() {
			@Override
			Map<String, List<Message>> messages() {
				return Map.of("upload", List
					.of(new Message("OUT#1", "PENDING#0", "photo-uploaded.v1", "{}", "1", "p1", "topic:events", null)));
			}
		}), Arguments.of("dead-letter queues are empty", new Broken() {
			@Override
			Map<String, Long> deadLetters() {
				return Map.of("safelight-upload-dlq", 1L);
			}
		}), Arguments.of("each order is charged once", new Broken() {
			@Override
			List<Charge> charges() {
				return List.of(new Charge("o1", 2500, "EUR", "CHARGED"), new Charge("o1", 2500, "EUR", "CHARGED"));
			}
		}), Arguments.of("each order is charged once", new Broken() {
			@Override
			List<Charge> charges() {
				return List.of(new Charge("o1", 2400, "EUR", "CHARGED"));
			}
		}), Arguments.of("the books balance", new Broken() {
			@Override
			List<Booking> ledger() {
				return List.of(new Booking("o1", -2500, "EUR"), new Booking("o1", 2499, "EUR"));
			}
		}), Arguments.of("each licence has one copy", new Broken() {
			@Override
			Map<String, StoredObject> bucket(String name) {
				return name.equals("safelight-purchases") ? objects(new StoredObject("l1", 98, "STANDARD"))
						: super.bucket(name);
			}
		}), Arguments.of("every message is handled by all who listen", new Broken() {
			@Override
			Map<String, List<Message>> messages() {
				return Map.of("upload", List.of(said("1", "photo-uploaded.v1", "p1", "{}")), "publication",
						List.of(handled("2")));
			}
		}), Arguments.of("what happens once is told once", new Broken() {
			@Override
			Map<String, List<Message>> messages() {
				return Map.of("publication", List.of(said("1", "photo-published.v1", "p1", "{}"),
						said("2", "photo-published.v1", "p1", "{}")));
			}
		}), Arguments.of("the books balance", new Broken() {
			@Override
			List<Booking> ledger() {
				return List.of();
			}
		}), Arguments.of("each order is charged once", new Broken() {
			@Override
			List<Charge> charges() {
				return List.of();
			}
		}), Arguments.of("each licence has one copy", new Broken() {
			@Override
			List<Licence> licences() {
				return List.of();
			}

			@Override
			List<Link> links() {
				return List.of();
			}

			@Override
			Map<String, StoredObject> bucket(String name) {
				return name.equals("safelight-purchases") ? objects() : super.bucket(name);
			}
		}), Arguments.of("each licence has one copy", new Broken() {
			@Override
			Map<String, StoredObject> bucket(String name) {
				return name.equals("safelight-purchases")
						? objects(new StoredObject("l1", 99, "STANDARD"), new StoredObject("l1/again", 99, "STANDARD"))
						: super.bucket(name);
			}
		}), Arguments.of("each link is consumed at most once", new Broken() {
			@Override
			List<Link> links() {
				return List.of(new Link("k1", "l7", "ISSUED"));
			}
		}), Arguments.of("no object is an orphan", new Broken() {
			@Override
			Map<String, StoredObject> bucket(String name) {
				return name.equals("safelight-purchases")
						? objects(new StoredObject("l1", 99, "STANDARD"), new StoredObject("l2", 99, "STANDARD"))
						: super.bucket(name);
			}
		}), Arguments.of("no object is an orphan", new Broken() {
			@Override
			Map<String, StoredObject> bucket(String name) {
				return name.equals("safelight-sale") ? objects(new StoredObject("p1/full-abc.jpg", 70, "STANDARD"),
						new StoredObject("p1/full-def.jpg", 71, "STANDARD")) : super.bucket(name);
			}
		}), Arguments.of("each link is consumed at most once", new Broken() {
			@Override
			Map<String, List<Message>> messages() {
				Message other = said("3", "other.v1", "k1", "{\"linkId\":\"k1\"}");
				Message second = new Message("OUT#4", null, "download-consumed.v1", "{\"linkId\":\"k1\"}", "4", null,
						"topic:events", LONG_AGO);
				return Map.of("purchase", List.of(consumed("2"), second, other));
			}
		}));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void noticesABrokenPromise(String rule, Broken broken) {
		assertThat(this.auditor.judge(broken.evidence()).findings()).isNotEmpty()
			.allSatisfy((finding) -> assertThat(finding.rule()).isEqualTo(rule));
	}

	static Stream<Arguments> unfinished() {
		return Stream.of(Arguments.of(new Broken() {
			@Override
			List<Upload> uploads() {
				return Stream
					.concat(sound().uploads().stream(), Stream.of(new Upload("ana", "p4", "UPLOADED", "789", 10)))
					.toList();
			}
		}), Arguments.of(new Broken() {
			@Override
			List<Upload> uploads() {
				return Stream
					.concat(sound().uploads().stream(), Stream.of(new Upload("ana", "p4", "COMPLETING", "789", 10)))
					.toList();
			}
		}), Arguments.of(new Broken() {
			@Override
			List<Order> orders() {
				return List.of(sound().orders().getFirst(), new Order("o2", "PLACED", List.of(), PRICE, null));
			}
		}), Arguments.of(new Broken() {
			@Override
			List<Licence> licences() {
				return List.of(sound().licences().getFirst(), new Licence("l2", "o1", "PREPARING", null));
			}
		}), Arguments.of(new Broken() {
			@Override
			List<Charge> charges() {
				return List.of(sound().charges().getFirst(), new Charge("o2", 2500, "EUR", "CHARGED"));
			}
		}));
	}

	@ParameterizedTest
	@MethodSource("unfinished")
	void missesOnlyAtRestWhatMayStillBeUnderWay(Broken unfinished) {
		assertThat(this.auditor.judge(unfinished.evidence()).findings()).isEmpty();
		assertThat(this.auditor.judgeAtRest(unfinished.evidence()).findings()).singleElement()
			.extracting(Finding::rule)
			.isEqualTo("what was begun has ended");
	}

	@Test
	void findsNothingUnfinishedInASoundMarketplace() {
		assertThat(this.auditor.judgeAtRest(sound()).findings()).isEmpty();
	}

	@Test
	void waitsForAMessageThatWasSentJustNowUnlessAllIsAtRest() {
		Broken fresh = new Broken() {
			@Override
			Map<String, List<Message>> messages() {
				return Map.of("upload", List.of(new Message("OUT#1", null, "photo-uploaded.v1", "{}", "1", "p1",
						"topic:events", NOW.minusSeconds(60))));
			}
		};
		assertThat(this.auditor.judge(fresh.evidence()).findings()).isEmpty();
		assertThat(this.auditor.judgeAtRest(fresh.evidence()).findings()).singleElement()
			.extracting(Finding::kind)
			.isEqualTo(Finding.Kind.LOST);
	}

	@Test
	void countsAMessageThatWasSetAsideAsHeard() {
		Broken aside = new Broken() {
			@Override
			Map<String, List<Message>> messages() {
				return Map.of("upload", List.of(said("1", "photo-uploaded.v1", "p1", "{}")), "publication",
						List.of(parked("1")));
			}
		};
		assertThat(this.auditor.judgeAtRest(aside.evidence()).findings()).isEmpty();
	}

	@Test
	void doesNotWantRepeatsToOneQueueToBeHeardByAll() {
		Broken repeat = new Broken() {
			@Override
			Map<String, List<Message>> messages() {
				return Map.of("upload", List.of(new Message("OUT#1#again", null, "photo-uploaded.v1", "{}", "1", "p1",
						"queue:safelight-notification", LONG_AGO)));
			}
		};
		assertThat(this.auditor.judgeAtRest(repeat.evidence()).findings()).isEmpty();
	}

	@Test
	void tellsLostFromDoubledFromLeftOver() {
		Broken all = new Broken() {
			@Override
			List<Charge> charges() {
				return List.of(sound().charges().getFirst(), sound().charges().getFirst());
			}

			@Override
			Set<String> found() {
				return Set.of("p2");
			}
		};
		assertThat(this.auditor.judge(all.evidence()).findings()).extracting(Finding::kind)
			.containsExactlyInAnyOrder(Finding.Kind.LOST, Finding.Kind.DOUBLED, Finding.Kind.LEFT_OVER);
	}

	@Test
	void remarksOnParkedMessages() {
		Broken parked = new Broken() {
			@Override
			Map<String, List<Message>> messages() {
				return Map.of("catalog", List.of(parked("1")));
			}
		};
		Report report = this.auditor.judge(parked.evidence());
		assertThat(report.findings()).isEmpty();
		assertThat(report.remarks()).containsExactly("catalog has parked 1 messages that it could not handle");
	}

	/** The sound marketplace, with one thing changed. */
	private static class Broken {

		List<Upload> uploads() {
			return sound().uploads();
		}

		List<Publication> publications() {
			return sound().publications();
		}

		List<Listing> listings() {
			return sound().listings();
		}

		List<Document> documents() {
			return sound().documents();
		}

		Set<String> found() {
			return sound().found();
		}

		Map<String, StoredObject> bucket(String name) {
			return sound().bucket(name);
		}

		Map<String, List<Message>> messages() {
			return sound().messages();
		}

		Map<String, Long> deadLetters() {
			return sound().deadLetters();
		}

		List<Order> orders() {
			return sound().orders();
		}

		List<Licence> licences() {
			return sound().licences();
		}

		List<Link> links() {
			return sound().links();
		}

		List<Charge> charges() {
			return sound().charges();
		}

		List<Booking> ledger() {
			return sound().ledger();
		}

		Evidence evidence() {
			return new Evidence(uploads(), publications(), listings(), documents(), found(),
					Map.of("safelight-originals", bucket("safelight-originals"), "safelight-public",
							bucket("safelight-public"), "safelight-sale", bucket("safelight-sale"),
							"safelight-incoming", bucket("safelight-incoming"), "safelight-purchases",
							bucket("safelight-purchases")),
					messages(), deadLetters(), orders(), charges(), ledger(), licences(), links(),
					sound().subscriptions(), NOW);
		}

	}

}
