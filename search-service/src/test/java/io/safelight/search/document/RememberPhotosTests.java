package io.safelight.search.document;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.search.message.PhotoOnSale;
import io.safelight.search.message.PhotoPopularity;
import io.safelight.search.message.PhotoWithdrawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.safelight.search.SearchFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RememberPhotosTests {

	private static final PhotoOnSale SEA = aPhoto("p").titled("Sea").photo();

	private final InMemoryStore store = new InMemoryStore();

	private final SearchDocuments documents = new SearchDocuments(this.store);

	private final List<String> announced = new ArrayList<>();

	private final RememberPhotos remember = new RememberPhotos(this.documents,
			(photoId, version) -> this.announced.add(photoId + " v" + version),
			Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

	@Test
	void keepsTheWholePhotoWithItsVersion() {
		commit(this.remember.on(SEA, context(3)));

		SearchDocument row = this.documents.find("p").orElseThrow();
		assertThat(row.version()).isEqualTo(3);
		assertThat(row.state()).isEqualTo("LISTED");
		assertThat(row.photo()).isEqualTo(SEA);
		assertThat(this.announced).containsExactly("p v3");
	}

	@Test
	void changesNothingWhenAMessageComesTwice() {
		commit(this.remember.on(SEA, context(3)));

		assertThat(this.remember.on(SEA, context(3))).isEqualTo(Changes.none());
		assertThat(this.announced).hasSize(1);
	}

	@Test
	void ignoresAnOlderState() {
		commit(this.remember.on(SEA, context(3)));

		assertThat(this.remember.on(aPhoto("p").titled("Older").photo(), context(2))).isEqualTo(Changes.none());
	}

	@Test
	void keepsATombstoneOfAPhotoItNeverHeardOf() {
		commit(this.remember.on(new PhotoWithdrawn("p"), context(2)));

		SearchDocument row = this.documents.find("p").orElseThrow();
		assertThat(row.state()).isEqualTo("WITHDRAWN");
		assertThat(row.photo()).isNull();
		assertThat(this.remember.on(SEA, context(1))).isEqualTo(Changes.none());
	}

	@Test
	void listsAnewWithAHigherVersion() {
		commit(this.remember.on(new PhotoWithdrawn("p"), context(2)));
		commit(this.remember.on(SEA, context(3)));

		assertThat(this.documents.find("p").orElseThrow().photo()).isEqualTo(SEA);
	}

	/** Rows F9 and F10: in reverse, and three days late. */
	@ParameterizedTest
	@ValueSource(strings = { "1234", "4321", "2413", "3142", "4123", "2341", "44332211" })
	void endsTheSameInWhateverOrderMessagesCome(String order) {
		for (char version : order.toCharArray()) {
			commit(switch (version) {
				case '1' -> this.remember.on(SEA, context(1));
				case '2' -> this.remember.on(aPhoto("p").titled("Lake").photo(), context(2));
				case '3' -> this.remember.on(aPhoto("p").titled("Pond").photo(), context(3));
				default -> this.remember.on(new PhotoWithdrawn("p"), context(4));
			});
		}

		SearchDocument row = this.documents.find("p").orElseThrow();
		assertThat(row.version()).isEqualTo(4);
		assertThat(row.photo()).isNull();
	}

	@Test
	void remembersHowOftenAPhotoWasLicensedThroughItsChanges() {
		commit(this.remember.on(SEA, context(1)));
		commit(this.remember.on(new PhotoPopularity("p", 1), context(1)));
		commit(this.remember.on(new PhotoPopularity("p", 2), context(2)));
		commit(this.remember.on(aPhoto("p").titled("Lake").photo(), context(2)));

		SearchDocument row = this.documents.find("p").orElseThrow();
		assertThat(row.sold()).isEqualTo(2);
		assertThat(row.version()).isEqualTo(2);
		assertThat(this.announced).containsExactly("p v1", "p v2", "p v3", "p v4");
	}

	@Test
	void neverCountsBackwards() {
		commit(this.remember.on(SEA, context(1)));
		commit(this.remember.on(new PhotoPopularity("p", 3), context(3)));

		assertThat(this.remember.on(new PhotoPopularity("p", 2), context(2))).isEqualTo(Changes.none());
		assertThat(this.remember.on(new PhotoPopularity("never heard of", 2), context(2))).isEqualTo(Changes.none());
	}

	@Test
	void losesNoSaleToAChangeAtTheSameTime() {
		commit(this.remember.on(SEA, context(1)));
		commit(this.remember.on(new PhotoPopularity("p", 1), context(1)));
		Changes edit = this.remember.on(aPhoto("p").titled("Lake").photo(), context(2));
		commit(this.remember.on(new PhotoPopularity("p", 2), context(2)));

		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> commit(edit));
	}

	@Test
	void readsRowsFromBeforeSalesWereCounted() {
		Old old = new Old("p", 3, "LISTED", SearchDocuments.shard("p"), "2026-11-22T10:00:00.000Z", SEA);
		commit(Changes.none().put(SearchDocuments.TABLE, old, Condition.absent()));

		assertThat(this.documents.find("p").orElseThrow().sold()).isZero();
		commit(this.remember.on(new PhotoPopularity("p", 1), context(1)));
		assertThat(this.documents.find("p").orElseThrow().sold()).isEqualTo(1);
	}

	@Test
	void keepsTombstonesForGood() {
		assertThat(SearchDocuments.TABLE.expiry()).isNull();
	}

	@Test
	void namesTheTableOnce() {
		String generation = this.documents.generation();

		assertThat(this.documents.generation()).isEqualTo(generation);
		assertThat(new SearchDocuments(new InMemoryStore()).generation()).isNotEqualTo(generation);
	}

	private static MessageContext context(long version) {
		return new MessageContext("id", new MessageType("photo-listed.v1"), "safelight.catalog", Instant.EPOCH,
				new Metadata("p", version, "", "", "", "ana"), 1);
	}

	/** A row as it was. */
	record Old(String photoId, long version, String state, String shard, String changedAt, PhotoOnSale photo) {
	}

	private void commit(Changes changes) {
		this.store.commit(changes.writes(), UUID.randomUUID().toString());
	}

}
