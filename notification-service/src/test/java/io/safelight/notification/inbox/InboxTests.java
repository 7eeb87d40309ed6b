package io.safelight.notification.inbox;

import java.time.Duration;
import java.util.List;

import io.safelight.messaging.MessageContext;
import io.safelight.messaging.store.Page;
import io.safelight.notification.InMemory;
import io.safelight.notification.message.PhotoPublished;
import io.safelight.notification.notice.Notice;
import io.safelight.notification.notice.Notices;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InboxTests {

	private final InMemory memory = new InMemory();

	private final Inbox inbox = new Inbox(this.memory.store(), this.memory, this.memory.clock(), Duration.ofDays(365));

	@Test
	void showsTheNewestFirst() {
		tell("ana", "one", "two", "three");
		assertThat(titles(this.inbox.page("ana", false, null, 10))).containsExactly("“three” is on sale",
				"“two” is on sale", "“one” is on sale");
	}

	@Test
	void comesInPagesWithoutGapsOrRepeats() {
		tell("ana", "one", "two", "three", "four", "five");
		Page<InboxEntry> first = this.inbox.page("ana", false, null, 2);
		Page<InboxEntry> second = this.inbox.page("ana", false, first.cursor(), 2);
		Page<InboxEntry> third = this.inbox.page("ana", false, second.cursor(), 2);
		assertThat(titles(first)).containsExactly("“five” is on sale", "“four” is on sale");
		assertThat(titles(second)).containsExactly("“three” is on sale", "“two” is on sale");
		assertThat(titles(third)).containsExactly("“one” is on sale");
		assertThat(third.cursor()).isNull();
	}

	@Test
	void keepsUsersApart() {
		tell("ana", "hers");
		tell("paul", "his");
		String hers = this.inbox.page("ana", false, null, 1).items().getFirst().id();
		assertThat(titles(this.inbox.page("paul", false, null, 10))).containsExactly("“his” is on sale");
		assertThat(this.inbox.markRead("paul", hers)).isFalse();
		assertThat(this.inbox.unreadCount("ana")).isEqualTo(1);
	}

	@Test
	void countsAndShowsWhatIsUnread() {
		tell("ana", "one", "two", "three");
		String two = this.inbox.page("ana", false, null, 10).items().get(1).id();
		assertThat(this.inbox.markRead("ana", two)).isTrue();
		assertThat(this.inbox.markRead("ana", two)).isTrue();
		assertThat(this.inbox.unreadCount("ana")).isEqualTo(2);
		assertThat(titles(this.inbox.page("ana", true, null, 10))).containsExactly("“three” is on sale",
				"“one” is on sale");
		assertThat(this.inbox.page("ana", false, null, 10).items()).hasSize(3);
	}

	@Test
	void marksEverythingHoweverMuchThereIs() {
		for (int i = 0; i < 120; i++) {
			tell("ana", "photo " + i);
		}
		assertThat(this.inbox.markAllRead("ana")).isEqualTo(120);
		assertThat(this.inbox.unreadCount("ana")).isZero();
		assertThat(this.inbox.markAllRead("ana")).isZero();
	}

	@Test
	void refusesACursorThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.inbox.page("ana", false, "ana#1", 10))
			.withMessageContaining("leave it out");
	}

	@Test
	void knowsWhomAMessageHasTold() {
		MessageContext context = this.memory.message("photo-published.v1");
		assertThat(this.inbox.has("ana", context)).isFalse();
		this.memory.commit(this.inbox.add(notice("ana", "one"), context));
		assertThat(this.inbox.has("ana", context)).isTrue();
		assertThat(this.inbox.has("paul", context)).isFalse();
	}

	private void tell(String userId, String... titles) {
		for (String title : titles) {
			this.memory.pass(Duration.ofSeconds(1));
			this.memory.commit(this.inbox.add(notice(userId, title), this.memory.message("photo-published.v1")));
		}
	}

	private static Notice notice(String userId, String title) {
		return Notices.published(new PhotoPublished("p-1", userId, title));
	}

	private static List<String> titles(Page<InboxEntry> page) {
		return page.items().stream().map(InboxEntry::title).toList();
	}

}
