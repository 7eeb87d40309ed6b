package io.safelight.messaging.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

class GroupCommitStoreTests {

	private static final Table COUNTERS = Table.of("counters", "name");

	record Counter(String name, long version, String note) {
	}

	private final FaultyStore store = new FaultyStore();

	private final GroupCommitStore joining = new GroupCommitStore(this.store, 1);

	private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

	@AfterEach
	void end() {
		this.store.becomeFast();
		this.callers.close();
	}

	private static Write put(String name, long version, Condition condition) {
		return new Write.Put(COUNTERS, new Counter(name, version, ""), condition);
	}

	private static Write create(String name) {
		return put(name, 1, Condition.absent());
	}

	private CompletableFuture<Void> commit(Write... writes) {
		return CompletableFuture.runAsync(() -> this.joining.commit(List.of(writes), UUID.randomUUID().toString()),
				this.callers);
	}

	/**
	 * Commits each of these while another commit is under way, so that they meet in the
	 * line in this order, and lets them go.
	 */
	private List<CompletableFuture<Void>> commitTogether(Write... writes) {
		this.store.becomeSlow();
		CompletableFuture<Void> first = commit(create("first"));
		this.store.awaitArrival();
		List<CompletableFuture<Void>> commits = new ArrayList<>();
		for (Write write : writes) {
			int waiting = commits.size();
			commits.add(commit(write));
			await().pollInterval(Duration.ofMillis(1)).until(() -> this.joining.waiting() > waiting);
		}
		this.store.becomeFast();
		first.join();
		return commits;
	}

	private static Throwable failure(CompletableFuture<Void> commit) {
		return commit.handle((done, ex) -> (ex != null) ? ex.getCause() : null).join();
	}

	private long version(String name) {
		return this.store.find(COUNTERS, COUNTERS.key(name), Counter.class).map(Counter::version).orElse(0L);
	}

	private List<Integer> sizes() {
		return this.store.commits.stream().map(List::size).toList();
	}

	@Test
	void makesACommitAtOnceAndWithItsOwnTokenWhenNothingIsUnderWay() {
		this.joining.commit(List.of(create("a")), "my-token");
		assertThat(this.store.tokens).containsExactly("my-token");
		assertThat(version("a")).isOne();
	}

	@Test
	void joinsWhatCameWhileAnotherWasUnderWay() {
		commitTogether(create("a"), create("b"), create("c")).forEach(CompletableFuture::join);
		assertThat(sizes()).containsExactly(1, 3);
		assertThat(List.of(version("a"), version("b"), version("c"))).containsOnly(1L);
	}

	@Test
	void neverChangesARowTwiceInOneTransaction() {
		commitTogether(create("a"), put("a", 2, Condition.version(1)), create("b")).forEach(CompletableFuture::join);
		assertThat(sizes()).containsExactly(1, 2, 1);
		assertThat(version("a")).isEqualTo(2);
	}

	@Test
	void neverHasTwoTransactionsForOneRowUnderWay() {
		GroupCommitStore wide = new GroupCommitStore(this.store, 4);
		this.store.becomeSlow();
		CompletableFuture<Void> first = CompletableFuture.runAsync(() -> wide.commit(List.of(create("a")), "1"),
				this.callers);
		this.store.awaitArrival();
		CompletableFuture<Void> second = CompletableFuture
			.runAsync(() -> wide.commit(List.of(put("a", 2, Condition.version(1))), "2"), this.callers);
		CompletableFuture<Void> other = CompletableFuture.runAsync(() -> wide.commit(List.of(create("b")), "3"),
				this.callers);
		this.store.awaitArrival();
		assertThat(this.store.tokens).containsExactly("1", "3");
		this.store.becomeFast();
		CompletableFuture.allOf(first, second, other).join();
		assertThat(version("a")).isEqualTo(2);
	}

	@Test
	void keepsToWhatOneTransactionMayHave() {
		Write[] writes = IntStream.range(0, 130).mapToObj((i) -> create("c" + i)).toArray(Write[]::new);
		commitTogether(writes).forEach(CompletableFuture::join);
		assertThat(sizes()).containsExactly(1, 100, 30);
	}

	@Test
	void keepsToFourMegabytes() {
		Write[] writes = IntStream.range(0, 10)
			.<Write>mapToObj(
					(i) -> new Write.Put(COUNTERS, new Counter("c" + i, 1, "x".repeat(300_000)), Condition.none()))
			.toArray(Write[]::new);
		commitTogether(writes).forEach(CompletableFuture::join);
		assertThat(sizes()).containsExactly(1, 4, 4, 2);
	}

	@Test
	void tellsOnlyTheOneThatIsRefused() {
		Write refused = put("b", 9, Condition.version(8));
		List<CompletableFuture<Void>> commits = commitTogether(create("a"), refused, create("c"));
		assertThat(failure(commits.get(1))).isInstanceOfSatisfying(ConditionFailedException.class,
				(ex) -> assertThat(ex.refused()).containsExactly(refused));
		assertThatNoException().isThrownBy(() -> commits.get(0).join());
		assertThatNoException().isThrownBy(() -> commits.get(2).join());
		assertThat(List.of(version("a"), version("b"), version("c"))).containsExactly(1L, 0L, 1L);
		assertThat(sizes()).containsExactly(1, 3, 2);
	}

	@Test
	void tellsOnlyTheOneWhoseRowOthersAreChanging() {
		this.store.becomeSlow();
		CompletableFuture<Void> first = commit(create("first"));
		this.store.awaitArrival();
		CompletableFuture<Void> a = commit(create("a"));
		await().until(() -> this.joining.waiting() == 1);
		CompletableFuture<Void> b = commit(create("b"));
		await().until(() -> this.joining.waiting() == 2);
		this.store.letOneThrough();
		first.join();
		this.store.awaitArrival();
		this.store.conflicts.set(1);
		this.store.becomeFast();
		assertThat(failure(a)).isInstanceOf(StoreBusyException.class);
		assertThatNoException().isThrownBy(b::join);
	}

	@Test
	void tellsEverybodyWhenTheStoreHasTooMuchToDo() {
		this.store.throttled.set(1);
		assertThatExceptionOfType(StoreBusyException.class)
			.isThrownBy(() -> this.joining.commit(List.of(create("a")), "1"));
		assertThat(this.store.tokens).hasSize(1);
	}

	@Test
	void asksForTheSameTransactionAgainWhenItsAnswerIsLost() {
		this.store.lostAnswers.set(2);
		assertThatNoException().isThrownBy(() -> this.joining.commit(List.of(create("a"), create("b")), "1"));
		assertThat(this.store.tokens).containsExactly("1", "1", "1");
	}

	@Test
	void tellsAllOfAGroupThatItsOutcomeIsUnknown() {
		this.store.becomeSlow();
		CompletableFuture<Void> first = commit(create("first"));
		this.store.awaitArrival();
		CompletableFuture<Void> a = commit(create("a"));
		CompletableFuture<Void> b = commit(create("b"));
		await().until(() -> this.joining.waiting() == 2);
		this.store.letOneThrough();
		first.join();
		this.store.awaitArrival();
		this.store.lostAnswers.set(3);
		this.store.becomeFast();
		assertThat(failure(a)).isInstanceOf(SdkClientException.class);
		assertThat(failure(b)).isInstanceOf(SdkClientException.class);
		assertThat(this.store.tokens.subList(1, 4)).containsOnly(this.store.tokens.get(1));
	}

	@Test
	void takesBusyForNoAnswerOnceAnAnswerWasLost() {
		this.store.becomeSlow();
		CompletableFuture<Void> commit = commit(create("a"));
		this.store.awaitArrival();
		this.store.lostAnswers.set(1);
		this.store.letOneThrough();
		this.store.awaitArrival();
		this.store.throttled.set(1);
		this.store.becomeFast();
		assertThatNoException().isThrownBy(commit::join);
	}

	@Test
	void goesOnAfterAFault() {
		this.store.lostAnswers.set(3);
		assertThatExceptionOfType(SdkClientException.class)
			.isThrownBy(() -> this.joining.commit(List.of(create("a")), "1"));
		assertThatNoException().isThrownBy(() -> this.joining.commit(List.of(create("b")), "2"));
	}

	/**
	 * Twenty callers count twelve counters up, by optimistic locking, among conflicts,
	 * throttling and lost answers: each commit that is called done is there once, and
	 * nothing is there that is not called done.
	 */
	@Test
	void losesAndDoublesNothingInAStorm() {
		GroupCommitStore wide = new GroupCommitStore(this.store, 2);
		AtomicIntegerArray done = new AtomicIntegerArray(12);
		List<CompletableFuture<Void>> all = new ArrayList<>();
		for (int caller = 0; caller < 20; caller++) {
			Random random = new Random(caller);
			all.add(CompletableFuture.runAsync(() -> {
				for (int i = 0; i < 15; i++) {
					int counter = random.nextInt(done.length());
					disturb(random.nextInt(20));
					if (count(wide, "c" + counter)) {
						done.incrementAndGet(counter);
					}
				}
			}, this.callers));
		}
		all.forEach(CompletableFuture::join);
		for (int i = 0; i < done.length(); i++) {
			assertThat(version("c" + i)).isEqualTo(done.get(i));
		}
		assertThat(this.store.commits).anyMatch((writes) -> writes.size() > 2);
	}

	private void disturb(int event) {
		switch (event) {
			case 0 -> this.store.lostAnswers.addAndGet(3);
			case 1 -> this.store.conflicts.incrementAndGet();
			case 2 -> this.store.throttled.incrementAndGet();
			default -> {
				// This time nothing goes wrong.
			}
		}
	}

	/** The mark beside the counter tells whose commit it was. */
	private boolean count(Store counting, String counter) {
		long seen = version(counter);
		String mark = UUID.randomUUID().toString();
		try {
			counting.commit(List.of(put(counter, seen + 1, Condition.version(seen)), create(mark)), mark);
			return true;
		}
		catch (ConditionFailedException | StoreBusyException ex) {
			return false;
		}
		catch (SdkClientException ex) {
			return version(mark) == 1;
		}
	}

}
