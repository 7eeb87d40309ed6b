package io.safelight.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.test.MutableClock;
import io.safelight.search.document.RememberPhotos;
import io.safelight.search.document.SearchDocuments;
import io.safelight.search.index.FollowDocuments.Rhythm;
import io.safelight.search.index.FoundImages.Window;
import io.safelight.search.message.PhotoOnSale;
import io.safelight.search.message.PhotoWithdrawn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.safelight.search.SearchFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FollowDocumentsTests {

	private static final Rhythm RHYTHM = new Rhythm(Duration.ofSeconds(5), Duration.ofSeconds(30),
			Duration.ofMinutes(1), Duration.ofMinutes(12), Duration.ofSeconds(10), Duration.ofHours(6));

	private final MutableClock clock = new MutableClock();

	private InMemoryStore store = new InMemoryStore();

	@TempDir
	private Path directory;

	private PhotoIndex index;

	private FollowDocuments follow;

	private RememberPhotos remember;

	@BeforeEach
	void start() {
		this.index = PhotoIndex.open(this.directory);
		SearchDocuments documents = new SearchDocuments(this.store);
		this.follow = new FollowDocuments(documents, this.index, RHYTHM, this.clock);
		this.remember = new RememberPhotos(documents, this.follow::announce, this.clock);
		this.follow.begin();
	}

	@AfterEach
	void stop() {
		this.follow.end();
	}

	@Test
	void indexesAPhotoAtTheNextPassAfterItsCommit() {
		Changes changes = listed("p", "Sea", 1);
		this.follow.follow();
		assertThat(titles()).isEmpty();

		commit(changes);
		this.follow.follow();

		assertThat(titles()).containsExactly("Sea");
	}

	@Test
	void forgetsAWithdrawnPhoto() {
		commit(listed("p", "Sea", 1));
		this.follow.follow();

		commit(withdrawn("p", 2));
		this.follow.follow();

		assertThat(titles()).isEmpty();
	}

	@Test
	void neverShowsAPhotoThatWasWithdrawnBeforeItWasListed() {
		commit(withdrawn("p", 2));
		this.follow.follow();
		commit(listed("p", "Sea", 1));
		pass(Duration.ofSeconds(6));

		assertThat(titles()).isEmpty();
	}

	@Test
	void keepsTheNewerOfTwoStatesThatComeInTheWrongOrder() {
		commit(listed("p", "Edited", 2));
		commit(listed("p", "First", 1));
		this.follow.follow();

		assertThat(titles()).containsExactly("Edited");
	}

	@Test
	void doesNotShowWhatWasNeverCommitted() {
		listed("p", "Sea", 1);

		pass(Duration.ofSeconds(60));

		assertThat(titles()).isEmpty();
	}

	@Test
	void findsInASweepWhatAnotherInstanceHasCommitted() {
		RememberPhotos other = new RememberPhotos(new SearchDocuments(this.store), (photo, version) -> {
		}, this.clock);
		commit(other.on(aPhoto("p").titled("Sea").photo(), context(1)));

		pass(Duration.ofSeconds(1));
		assertThat(titles()).isEmpty();
		pass(Duration.ofSeconds(5));

		assertThat(titles()).containsExactly("Sea");
	}

	/** F27: clocks differ by five minutes each way. */
	@Test
	void findsWhatAnInstanceHasCommittedWhoseClockIsTenMinutesSlow() {
		commit(committedByAnotherAt(this.clock.instant().minus(Duration.ofMinutes(10))));

		pass(Duration.ofSeconds(61));

		assertThat(titles()).containsExactly("Sea");
	}

	/** F27: one clock jumps by an hour. */
	@Test
	void findsInTheEndWhatAnInstanceHasCommittedWhoseClockIsAnHourSlow() {
		commit(committedByAnotherAt(this.clock.instant().minus(Duration.ofHours(1))));
		pass(Duration.ofMinutes(5));
		assertThat(titles()).isEmpty();

		pass(Duration.ofHours(6));

		assertThat(titles()).containsExactly("Sea");
	}

	private Changes committedByAnotherAt(Instant time) {
		RememberPhotos other = new RememberPhotos(new SearchDocuments(this.store), (photo, version) -> {
		}, Clock.fixed(time, ZoneOffset.UTC));
		return other.on(aPhoto("p").titled("Sea").photo(), context(1));
	}

	@Test
	void findsInASweepACommitThatTookLongerThanItsAnnouncementLasts() {
		Changes slow = listed("p", "Sea", 1);
		pass(Duration.ofSeconds(12));
		commit(slow);

		pass(Duration.ofSeconds(5));

		assertThat(titles()).containsExactly("Sea");
	}

	@Test
	void readsAgainAfterACrashWhatWasNotDurable() {
		commit(listed("before", "Before", 1));
		pass(Duration.ofSeconds(11));
		commit(listed("p", "Lost", 1));
		commit(withdrawn("before", 2));
		this.follow.follow();

		crash();

		assertThat(titles()).containsExactly("Lost");
	}

	@Test
	void makesADeletedIndexAnew() throws IOException {
		commit(listed("p", "Sea", 1));
		commit(listed("gone", "Gone", 1));
		commit(withdrawn("gone", 2));
		this.follow.follow();
		this.follow.end();
		deleteFiles();

		start();

		assertThat(titles()).containsExactly("Sea");
	}

	@Test
	void makesABrokenIndexAnew() throws IOException {
		commit(listed("p", "Sea", 1));
		this.follow.follow();
		this.follow.end();
		try (Stream<Path> files = Files.list(this.directory)) {
			Path segments = files.filter((file) -> file.getFileName().toString().startsWith("segments_"))
				.findFirst()
				.orElseThrow();
			Files.writeString(segments, "broken");
		}

		start();

		assertThat(titles()).containsExactly("Sea");
	}

	@Test
	void throwsAwayAnIndexOfAnotherTable() {
		commit(listed("p", "Sea", 1));
		this.follow.follow();
		this.follow.end();
		this.store = new InMemoryStore();

		start();

		assertThat(titles()).isEmpty();
	}

	@Test
	void continuesAfterAnOrderlyEnd() {
		commit(listed("p", "Sea", 1));
		this.follow.follow();
		this.follow.end();
		this.clock.advance(Duration.ofDays(2));

		start();

		assertThat(titles()).containsExactly("Sea");
	}

	@Test
	void refusesAnIndexThatIsInUse() {
		assertThatIllegalStateException().isThrownBy(() -> PhotoIndex.open(this.directory))
			.withMessageContaining("safelight.search.index-dir");
	}

	private Changes listed(String photoId, String title, long version) {
		return this.remember.on(aPhoto(photoId).titled(title).photo(), context(version));
	}

	private Changes withdrawn(String photoId, long version) {
		return this.remember.on(new PhotoWithdrawn(photoId), context(version));
	}

	private static MessageContext context(long version) {
		return new MessageContext("id", new MessageType("photo-listed.v1"), "safelight.catalog", Instant.EPOCH,
				new Metadata("p", version, "", "", "", "ana"), 1);
	}

	private void commit(Changes changes) {
		this.store.commit(changes.writes(), UUID.randomUUID().toString());
	}

	private void pass(Duration time) {
		this.clock.advance(time);
		this.follow.follow();
	}

	/** Closing without a commit leaves on disk what a crash would leave. */
	private void crash() {
		this.index.close();
		start();
	}

	private void deleteFiles() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
	}

	private List<String> titles() {
		return new ImageSearch(this.index).find(ImageQuestion.ANYTHING, new Window(0, 20, null))
			.images()
			.stream()
			.map(PhotoOnSale::title)
			.toList();
	}

}
