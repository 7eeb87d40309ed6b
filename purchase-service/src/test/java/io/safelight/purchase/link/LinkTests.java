package io.safelight.purchase.link;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.safelight.purchase.link.LinkFixtures.BYTES;
import static io.safelight.purchase.link.LinkFixtures.CLAIM;
import static io.safelight.purchase.link.LinkFixtures.NOW;
import static io.safelight.purchase.link.LinkFixtures.aLink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LinkTests {

	private static final Instant LEASE_OVER = NOW.plus(Link.LEASE).plus(Link.GRACE);

	@ParameterizedTest
	@EnumSource
	void beginsEachStateAsItsFixtureSays(LinkState state) {
		assertThat(aLink(state).state()).isEqualTo(state);
	}

	@ParameterizedTest
	@EnumSource
	void isClaimedOnlyWhileIssued(LinkState state) {
		Link link = aLink(state);
		assertThat(link.isClaimable(NOW)).isEqualTo(state == LinkState.ISSUED);
		if (state == LinkState.ISSUED) {
			Link claimed = link.claimed(CLAIM, "key", NOW);
			assertThat(claimed.state()).isEqualTo(LinkState.CLAIMED);
			assertThat(claimed.version()).isEqualTo(link.version() + 1);
			assertThat(claimed.claim()).isEqualTo(Claim.of(CLAIM, "key", NOW.plus(Link.LEASE)));
		}
		else {
			assertThatIllegalStateException().isThrownBy(() -> link.claimed(CLAIM, null, NOW));
		}
	}

	@ParameterizedTest
	@EnumSource
	void getsANewSecretOnlyWhileIssued(LinkState state) {
		Link link = aLink(state);
		if (state == LinkState.ISSUED) {
			assertThat(link.rekeyed("kid:other", NOW).secretHmac()).isEqualTo("kid:other");
			assertThat(link.rekeyed("kid:other", NOW).linkId()).isEqualTo(link.linkId());
		}
		else {
			assertThatIllegalStateException().isThrownBy(() -> link.rekeyed("kid:other", NOW));
		}
	}

	@ParameterizedTest
	@EnumSource
	void isServedToItsClaimantWhileClaimedOrConsumed(LinkState state) {
		Set<LinkState> servable = EnumSet.of(LinkState.CLAIMED, LinkState.CONSUMED);
		assertThat(aLink(state).isServable(CLAIM, NOW)).isEqualTo(servable.contains(state));
		assertThat(aLink(state).isServable(CLAIM + "0", NOW)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "CLAIMED", "CONSUMED" })
	void isServedUntilTheLeaseIsOver(LinkState state) {
		assertThat(aLink(state).isServable(CLAIM, LEASE_OVER.minusMillis(1))).isTrue();
		assertThat(aLink(state).isServable(CLAIM, LEASE_OVER)).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void isEndedByTwentyWrongSecretsUnlessItHasEnded(LinkState state) {
		Link link = aLink(state);
		boolean open = state == LinkState.ISSUED || state == LinkState.CLAIMED;
		assertThat(LinkFixtures.revoked(link).state()).isEqualTo(open ? LinkState.REVOKED : state);
		Link almost = link;
		for (int i = 1; i < Link.MOST_WRONG_TRIES; i++) {
			almost = almost.wronglyTried();
		}
		assertThat(almost.state()).isEqualTo(state);
	}

	@ParameterizedTest
	@EnumSource
	void isNotChangedByTimeBeforeItsDeadline(LinkState state) {
		Link link = aLink(state);
		assertThat(link.after(NOW.plusSeconds(1))).isSameAs(link);
	}

	@ParameterizedTest
	@EnumSource
	void isInTheIndexOfDeadlinesOnlyWhileOpen(LinkState state) {
		boolean open = state == LinkState.ISSUED || state == LinkState.CLAIMED;
		assertThat(aLink(state).work() != null).isEqualTo(open);
		assertThat(aLink(state).dueAt() != null).isEqualTo(open);
	}

	@Test
	void expiresAfterThreeDays() {
		Link link = aLink(LinkState.ISSUED);
		assertThat(link.isClaimable(NOW.plus(Duration.ofHours(72)).minusMillis(1))).isTrue();
		assertThat(link.isClaimable(NOW.plus(Duration.ofHours(72)))).isFalse();
		assertThat(link.after(NOW.plus(Duration.ofHours(72))).state()).isEqualTo(LinkState.EXPIRED);
	}

	@Test
	void isConsumedWhenTheUnionOfRangesIsTheFile() {
		Link link = aLink(LinkState.CLAIMED).sending(600)
			.handedOver(new ByteRange(400, 1_000), 0)
			.sending(300)
			.handedOver(new ByteRange(0, 300), 0);
		assertThat(link.state()).isEqualTo(LinkState.CLAIMED);
		Link last = link.sending(100).handedOver(new ByteRange(300, 400), 0);
		assertThat(last.state()).isEqualTo(LinkState.CONSUMED);
	}

	@Test
	void isNotConsumedByTheSameBytesTwice() {
		Link link = aLink(LinkState.CLAIMED);
		for (int i = 0; i < 3; i++) {
			link = link.sending(900).handedOver(new ByteRange(0, 900), 0);
		}
		assertThat(link.state()).isEqualTo(LinkState.CLAIMED);
	}

	@Test
	void sendsAtMostThreeTimesItsSize() {
		Link link = aLink(LinkState.CLAIMED).sending(3 * BYTES);
		assertThat(link.maySend(1)).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> link.sending(1));
	}

	@Test
	void doesNotCountWhatWasNotSentAfterAll() {
		Link link = aLink(LinkState.CLAIMED).sending(BYTES).handedOver(new ByteRange(0, 10), BYTES - 10);
		assertThat(link.claim()).isNotNull().satisfies((claim) -> assertThat(claim.sent()).isEqualTo(10));
	}

	@Test
	void isConsumedAfterALeaseWithNineTenths() {
		Link link = aLink(LinkState.CLAIMED).sending(900).handedOver(new ByteRange(0, 900), 0);
		assertThat(link.after(LEASE_OVER.minusMillis(1))).isSameAs(link);
		assertThat(link.after(LEASE_OVER).state()).isEqualTo(LinkState.CONSUMED);
	}

	@Test
	void canBeClaimedAgainAfterALeaseWithLess() {
		Link link = aLink(LinkState.CLAIMED).sending(899).handedOver(new ByteRange(0, 899), 0).after(LEASE_OVER);
		assertThat(link.state()).isEqualTo(LinkState.ISSUED);
		assertThat(link.rearms()).isOne();
		assertThat(link.claim()).isNull();
		assertThat(link.isServable(CLAIM, NOW)).isFalse();
	}

	@Test
	void expiresAfterTheThirdLeaseInVain() {
		Link link = aLink(LinkState.ISSUED);
		for (int lease = 0; lease < 3; lease++) {
			assertThat(link.state()).isEqualTo(LinkState.ISSUED);
			link = link.claimed(CLAIM, null, NOW).after(LEASE_OVER);
		}
		assertThat(link.state()).isEqualTo(LinkState.EXPIRED);
	}

	@Test
	void isNotGivenBackAfterItsExpiry() {
		Instant late = NOW.plus(Link.LIFE).minusSeconds(1);
		Link link = aLink(LinkState.ISSUED).claimed(CLAIM, null, late);
		assertThat(link.after(late.plus(Link.LEASE).plus(Link.GRACE)).state()).isEqualTo(LinkState.EXPIRED);
	}

	@Test
	void isOverWhenTheClaimantSaysSo() {
		Link done = aLink(LinkState.CLAIMED).done();
		assertThat(done.state()).isEqualTo(LinkState.CONSUMED);
		assertThat(done.isServable(CLAIM, NOW)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "ISSUED" })
	void hasNothingToSendWithoutAClaim(LinkState state) {
		assertThatIllegalStateException().isThrownBy(() -> aLink(state).sending(1));
		assertThatIllegalStateException().isThrownBy(() -> aLink(state).handedOver(new ByteRange(0, 1), 0));
		assertThatIllegalStateException().isThrownBy(() -> aLink(state).done());
	}

}
