package io.safelight.purchase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.test.GoldenSamples;
import io.safelight.purchase.message.DownloadClaimed;
import io.safelight.purchase.message.DownloadConsumed;
import io.safelight.purchase.message.LicenceIssued;
import io.safelight.purchase.message.LicenceRevoked;
import io.safelight.purchase.message.OrderPaid;
import io.safelight.purchase.message.PrepareCopy;
import io.safelight.purchase.message.PurchaseReady;
import io.safelight.purchase.message.PurchaseTopics;
import io.safelight.purchase.message.UserErased;
import io.safelight.purchase.money.Money;
import io.safelight.purchase.offer.OfferProjection;
import io.safelight.purchase.offer.Offers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What this service says is what the samples have, to the field; what it hears it can
 * read from them (see also the tests of the projection).
 */
class PurchaseContractTests {

	private static final String BUYER = "ben";

	private static final String PHOTO = "0f8fad5b-d9cb-469f-a165-70867728950e";

	private static final String ORDER = "1b4e28ba-2fa1-41d2-883f-0016d3cca427";

	private static final String LICENCE = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";

	private static final String LINK = "01JD8Y3W8K3D9P0RS5T6V7W8X9";

	private static final Money PRICE = new Money(2500, "EUR");

	private static final Map<String, Object> SAID = Map.of(OrderPaid.TYPE,
			new OrderPaid(ORDER, BUYER, "ben@example.test",
					List.of(new OrderPaid.Line(PHOTO, "Sunset over the bay", "full", PRICE)), PRICE),
			LicenceIssued.TYPE, new LicenceIssued(LICENCE, ORDER, BUYER, PHOTO, "full", "standard-1"), PrepareCopy.TYPE,
			new PrepareCopy(LICENCE), PurchaseReady.TYPE,
			new PurchaseReady(LICENCE, ORDER, BUYER, PHOTO, "Sunset over the bay", "full"), DownloadClaimed.TYPE,
			new DownloadClaimed(LINK, LICENCE, BUYER, PHOTO), DownloadConsumed.TYPE,
			new DownloadConsumed(LINK, LICENCE, BUYER, PHOTO, 4_120_983), LicenceRevoked.TYPE,
			new LicenceRevoked(LICENCE, ORDER, PHOTO, "full", BUYER, "The photographer did not own the rights."),
			UserErased.TYPE, new UserErased(BUYER));

	static Stream<String> said() {
		return SAID.keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("said")
	void saysWhatTheSampleHas(String type) {
		Object message = Objects.requireNonNull(SAID.get(type));
		assertThat(EnvelopeJson.data(message)).hasToString(GoldenSamples.envelope(type).data().toString());
		assertThat(GoldenSamples.envelope(type).source()).isEqualTo("safelight.purchase");
	}

	@ParameterizedTest
	@MethodSource("said")
	void isInTheTableOfMessagesWithItsTopic(String type) {
		String topic = type.equals(PrepareCopy.TYPE) ? PurchaseTopics.COMMANDS : PurchaseTopics.EVENTS;
		assertThat(table()).anyMatch((row) -> row.startsWith("| `" + type + "` | `" + topic + "` |"));
	}

	@Test
	void hearsWhatTheTableSaysItConsumes() {
		List<String> consumed = table().stream()
			.filter((row) -> row.split("\\|")[4].contains("purchase"))
			.map((row) -> row.split("`")[1])
			.toList();
		List<String> routed = new ArrayList<>(List.of(PrepareCopy.TYPE));
		Store store = new InMemoryStore();
		new OfferProjection(new Offers(store)).routes(MessageRoutes.consumedBy("purchase"))
			.build()
			.all()
			.forEach((route) -> routed.add(route.type().name()));
		assertThat(routed).containsExactlyInAnyOrderElementsOf(consumed);
	}

	private static List<String> table() {
		try (Stream<String> lines = Files.lines(Path.of("..", "docs", "messages.md"))) {
			return lines.filter((line) -> line.startsWith("| `")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
