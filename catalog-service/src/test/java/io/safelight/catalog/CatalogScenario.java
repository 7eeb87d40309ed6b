package io.safelight.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.safelight.catalog.message.Colour;
import io.safelight.catalog.message.Label;
import io.safelight.catalog.message.ListPhoto;
import io.safelight.catalog.message.StoredFile;
import io.safelight.catalog.message.WithdrawPhoto;
import io.safelight.catalog.photo.FollowPublication;
import io.safelight.catalog.photo.Photos;
import io.safelight.catalog.photo.PriceList;
import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.InMemoryStore;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue without anything around it: commands come in, what was said is kept.
 */
public final class CatalogScenario implements Committer {

	public static final Instant NOW = Instant.parse("2026-11-22T10:16:02.500Z");

	public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	public static final PriceList PRICES = new PriceList("EUR", Map.of("p1000", 500L, "p2500", 1200L, "full", 2500L));

	private final InMemoryStore store = new InMemoryStore();

	private final Photos photos = new Photos(this.store);

	private final FollowPublication publication = new FollowPublication(this.photos, PRICES, CLOCK);

	private final List<OutgoingMessage> said = new ArrayList<>();

	private final List<OutgoingMessage> inSequence = new ArrayList<>();

	public InMemoryStore store() {
		return this.store;
	}

	public Photos photos() {
		return this.photos;
	}

	/** What was said to everybody since the last time. */
	public List<OutgoingMessage> said() {
		List<OutgoingMessage> all = List.copyOf(this.said);
		this.said.clear();
		return all;
	}

	/** What was said in sequence, from the beginning. */
	public List<OutgoingMessage> saidInSequence() {
		return List.copyOf(this.inSequence);
	}

	public void list(ListPhoto command, long sagaVersion) {
		commit(this.publication.on(command, context("list-photo.v1", command.photoId(), sagaVersion)));
	}

	public void withdraw(String photoId, int epoch, long sagaVersion) {
		commit(this.publication.on(new WithdrawPhoto(photoId, epoch, "publication failed"),
				context("withdraw-photo.v1", photoId, sagaVersion)));
	}

	@Override
	public void commit(Changes changes) {
		this.store.commit(changes.writes(), UUID.randomUUID().toString());
		for (OutgoingMessage message : changes.messages()) {
			(message.topic().equals(CatalogTopics.EVENTS_IN_SEQUENCE) ? this.inSequence : this.said).add(message);
		}
	}

	public static MessageContext context(String type, String aggregateId, long version) {
		return new MessageContext(UUID.randomUUID().toString(), new MessageType(type), "safelight.publication", NOW,
				new Metadata(aggregateId, version, "correlation", "causation", "", "ana"), 1);
	}

	public static ListPhoto aPhoto(String photoId) {
		return aPhoto(photoId, 1, "Sunset over the bay", List.of("sunset", "sea"));
	}

	public static ListPhoto aPhoto(String photoId, int epoch, @Nullable String title, List<String> keywords) {
		return new ListPhoto(photoId, epoch, "ana", title, keywords, List.of(new Label("Sea", 98.2)),
				List.of(new Colour("1f4e79", 1)), 4272, 2848, "1QcSHQRnh493V4dIh4eXh1h4kJUI", "AACAPwAAAD8AAIA+",
				List.of(file("w320", 320, 213), file("w800", 800, 533), file("w1600", 1600, 1067)),
				List.of(file("p1000", 1000, 667), file("p2500", 2500, 1667), file("full", 4272, 2848)));
	}

	private static StoredFile file(String name, int width, int height) {
		return new StoredFile(name, "safelight-sale", "secret-key-" + name, width, height, 1000L * width, "9f86d0");
	}

}
