package io.safelight.messaging.store;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InMemoryStoreTests {

	private static final Table PHOTOS = Table.of("photos", "owner").sortedBy("id").indexedBy("open", "state", "id");

	record Photo(String owner, String id, long version, @Nullable String state) {
	}

	private final InMemoryStore store = new InMemoryStore();

	private void put(Photo photo, Condition condition) {
		this.store.commit(List.of(new Write.Put(PHOTOS, photo, condition)), photo.id() + photo.version() + condition);
	}

	@Test
	void makesAllWritesOrNone() {
		put(new Photo("ana", "1", 1, null), Condition.absent());
		List<Write> writes = List.of(new Write.Put(PHOTOS, new Photo("ana", "2", 1, null), Condition.absent()),
				new Write.Put(PHOTOS, new Photo("ana", "1", 9, null), Condition.version(8)));
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.store.commit(writes, "t"))
			.satisfies((ex) -> assertThat(ex.refused()).containsExactly(writes.get(1)));
		assertThat(this.store.count(PHOTOS)).isOne();
	}

	@Test
	void hasOnlyRowsWithTheAttributeInASparseIndex() {
		put(new Photo("ana", "1", 1, "OPEN"), Condition.none());
		put(new Photo("ana", "2", 1, null), Condition.none());
		assertThat(this.store.query(Query.of(PHOTOS, "open", "OPEN"), Photo.class).items()).extracting(Photo::id)
			.containsExactly("1");
	}

	@Test
	void pagesInOrder() {
		for (int i = 1; i <= 5; i++) {
			put(new Photo("ana", Integer.toString(i), 1, null), Condition.none());
		}
		Page<Photo> first = this.store.query(Query.of(PHOTOS, "ana").newestFirst().limit(2), Photo.class);
		Page<Photo> second = this.store.query(Query.of(PHOTOS, "ana").newestFirst().limit(2).after(first.cursor()),
				Photo.class);
		assertThat(first.items()).extracting(Photo::id).containsExactly("5", "4");
		assertThat(second.items()).extracting(Photo::id).containsExactly("3", "2");
	}

	@Test
	void beginsWhereAQueryWantsItToAndEndsWhereItWantsItTo() {
		for (int i = 1; i <= 4; i++) {
			put(new Photo("ana", Integer.toString(i), 1, null), Condition.none());
		}
		assertThat(this.store.query(Query.of(PHOTOS, "ana").from("3"), Photo.class).items()).extracting(Photo::id)
			.containsExactly("3", "4");
		assertThat(this.store.query(Query.of(PHOTOS, "ana").upTo("2"), Photo.class).items()).extracting(Photo::id)
			.containsExactly("1", "2");
	}

	@Test
	void makesACommitOnceForEachToken() {
		List<Write> writes = List.of(new Write.Put(PHOTOS, new Photo("ana", "1", 1, null), Condition.absent()));
		this.store.commit(writes, "same");
		this.store.commit(writes, "same");
		assertThat(this.store.count(PHOTOS)).isOne();
	}

}
