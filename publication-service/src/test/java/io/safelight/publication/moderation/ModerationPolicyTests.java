package io.safelight.publication.moderation;

import java.util.List;
import java.util.Map;

import io.safelight.publication.saga.Reason;
import io.safelight.publication.saga.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ModerationPolicyTests {

	private final ModerationPolicy policy = policy(WhenNotEvaluated.PERSON);

	private static ModerationPolicy policy(WhenNotEvaluated unseen) {
		return new ModerationPolicy(7, unseen, new Band(60, 101),
				Map.of("Hate Symbols", new Band(40, 90), "Explicit", new Band(40, 90), "Alcohol", new Band(101, 101)));
	}

	private static SeenLabel label(String name, @Nullable String parent, double confidence) {
		return new SeenLabel(name, parent, confidence);
	}

	private Judgement judge(SeenLabel... labels) {
		return this.policy.judge(List.of(labels));
	}

	@Test
	void approvesWhatNothingSpeaksAgainst() {
		Judgement judgement = judge();
		assertThat(judgement.verdict()).isEqualTo(new Verdict.Approved());
		assertThat(judgement.risk()).isZero();
		assertThat(judgement.why()).contains("rules version 7");
	}

	@Test
	void approvesBelowTheBand() {
		assertThat(judge(label("Hate Symbols", null, 39.9)).verdict()).isEqualTo(new Verdict.Approved());
	}

	@Test
	void asksAPersonWithinTheBand() {
		Judgement lowest = judge(label("Hate Symbols", null, 40));
		assertThat(lowest.verdict()).isEqualTo(new Verdict.NeedsPerson());
		assertThat(lowest.risk()).isEqualTo(40);
		assertThat(lowest.why()).contains("Hate Symbols").contains("rules version 7");
		assertThat(judge(label("Hate Symbols", null, 89.9)).verdict()).isEqualTo(new Verdict.NeedsPerson());
	}

	@Test
	void refusesAboveTheBandAndNamesTheRule() {
		Verdict verdict = judge(label("Hate Symbols", null, 90)).verdict();
		assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, (refused) -> {
			Reason reason = refused.reasons().getFirst();
			assertThat(reason.code()).isEqualTo("content-not-allowed");
			assertThat(reason.label()).isEqualTo("Hate Symbols");
			assertThat(reason.confidence()).isEqualTo(90);
			assertThat(reason.policyVersion()).isEqualTo(7);
			assertThat(reason.message()).contains("Hate Symbols, 90 % sure");
		});
	}

	@Test
	void judgesALabelByItsParentsBand() {
		assertThat(judge(label("Explicit Nudity", "Explicit", 95)).verdict()).isInstanceOf(Verdict.Refused.class);
	}

	@Test
	void judgesAnUnknownLabelByTheGeneralBand() {
		assertThat(judge(label("Something New", null, 59)).verdict()).isEqualTo(new Verdict.Approved());
		assertThat(judge(label("Something New", null, 100)).verdict()).isEqualTo(new Verdict.NeedsPerson());
	}

	@Test
	void letsALabelPassThatIsNoMatter() {
		assertThat(judge(label("Alcohol", null, 100)).verdict()).isEqualTo(new Verdict.Approved());
	}

	@Test
	void namesEachReasonOnceAtItsFinest() {
		Verdict verdict = judge(label("Explicit", null, 95), label("Explicit Nudity", "Explicit", 95),
				label("Hate Symbols", null, 97))
			.verdict();
		assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class,
				(refused) -> assertThat(refused.reasons()).extracting(Reason::label)
					.containsExactly("Hate Symbols", "Explicit Nudity"));
	}

	@Test
	void prefersRefusingToAsking() {
		assertThat(judge(label("Something New", null, 99), label("Hate Symbols", null, 95)).verdict())
			.isInstanceOf(Verdict.Refused.class);
	}

	@Test
	void asksAPersonOrNotWhenNobodyHasLooked() {
		assertThat(this.policy.judgeUnseen().verdict()).isEqualTo(new Verdict.NeedsPerson());
		assertThat(this.policy.judgeUnseen().why()).isEqualTo("not evaluated");
		assertThat(policy(WhenNotEvaluated.APPROVE).judgeUnseen().verdict()).isEqualTo(new Verdict.Approved());
	}

	@Test
	void refusesABandThatIsUpsideDown() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Band(90, 50)).withMessageContaining("person 90");
	}

}
