package io.safelight.purchase.link;

import java.time.Duration;

import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.test.MutableClock;
import io.safelight.purchase.RecordingCommitter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkDeadlinesTests {

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final RecordingCommitter committer = new RecordingCommitter(this.store);

	private final Links links = new Links(this.store);

	private final LinkDeadlines deadlines = new LinkDeadlines(this.links, this.committer, this.clock);

	@Test
	void marksWhatHasExpired() {
		save(LinkFixtures.aLink(LinkState.ISSUED));
		assertThat(this.deadlines.sweep()).isZero();
		this.clock.advance(Duration.ofHours(72));
		assertThat(this.deadlines.sweep()).isOne();
		assertThat(link().state()).isEqualTo(LinkState.EXPIRED);
		assertThat(this.deadlines.sweep()).isZero();
	}

	@Test
	void givesBackWhatWasClaimedAndNotFetched() {
		save(LinkFixtures.aLink(LinkState.ISSUED));
		save(link().claimed(LinkFixtures.CLAIM, null, this.clock.instant()));
		this.clock.advance(Link.LEASE.plus(Link.GRACE));
		assertThat(this.deadlines.sweep()).isOne();
		assertThat(link().state()).isEqualTo(LinkState.ISSUED);
		assertThat(this.committer.types()).isEmpty();
	}

	@Test
	void tellsWhenNearlyEverythingWasFetchedAndNobodySaidSo() {
		save(LinkFixtures.aLink(LinkState.ISSUED));
		save(link().claimed(LinkFixtures.CLAIM, null, this.clock.instant()));
		save(link().sending(950));
		save(link().handedOver(new ByteRange(0, 950), 0));
		this.clock.advance(Link.LEASE.plus(Link.GRACE));
		this.deadlines.sweep();
		assertThat(link().state()).isEqualTo(LinkState.CONSUMED);
		assertThat(this.committer.types()).containsExactly("download-consumed.v1");
	}

	private void save(Link link) {
		this.committer.commit(Links.saved(link));
	}

	private Link link() {
		return this.links.find(LinkFixtures.LINK).orElseThrow();
	}

}
