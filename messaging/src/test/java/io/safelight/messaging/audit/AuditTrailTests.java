package io.safelight.messaging.audit;

import java.time.Duration;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.audit.AuditTrail.Subject;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.store.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuditTrailTests {

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final AuditTrail trail = new AuditTrail(this.store, "counting", this.clock);

	private int commits;

	private void revoke(String licence, String why) {
		Changes entry = this.trail.entry("ada", "revoke", new Subject("licence", licence, "2"), why, "Its copy goes.");
		this.store.commit(entry.writes(), "commit " + this.commits++);
		this.clock.advance(Duration.ofMinutes(1));
	}

	@Test
	void listsWhatWasDoneNewestFirstInPages() {
		revoke("a", "asked for");
		revoke("b", "fraud");
		revoke("c", "asked for");
		Page<AuditedAction> first = this.trail.newestFirst(2, null);
		Page<AuditedAction> second = this.trail.newestFirst(2, first.cursor());
		assertThat(first.items()).extracting(AuditedAction::subject).containsExactly("c", "b");
		assertThat(second.items()).extracting(AuditedAction::subject).containsExactly("a");
		assertThat(second.cursor()).isNull();
	}

	@Test
	void saysWhoDidWhatWhenAndWhy() {
		revoke("a", "fraud");
		AuditedAction action = this.trail.newestFirst(1, null).items().getFirst();
		assertThat(action.who()).isEqualTo("ada");
		assertThat(action.action()).isEqualTo("revoke");
		assertThat(action.kind()).isEqualTo("licence");
		assertThat(action.since()).isEqualTo("2026-11-22T10:15:30.000Z");
		assertThat(action.reason()).isEqualTo("fraud");
		assertThat(action.note()).isEqualTo("Its copy goes.");
	}

	@Test
	void neverChangesWhatWasWritten() {
		revoke("a", "fraud");
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> revoke("a", "something else"));
		assertThat(this.trail.newestFirst(5, null).items()).extracting(AuditedAction::reason).containsExactly("fraud");
	}

}
