package io.safelight.imaging.rendition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.darkroom.Darkroom;
import io.safelight.imaging.darkroom.Development;
import io.safelight.imaging.darkroom.Order;
import io.safelight.imaging.darkroom.Tray;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.RenditionSize;
import io.safelight.imaging.render.UnusablePhotoException;
import io.safelight.imaging.render.UnusablePhotoException.Reason;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.test.GoldenSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Commands as they come: twice, at the same time, in any order, and with a process that
 * dies at any point. The darkroom here makes files of a few bytes.
 */
@Timeout(20)
class GeneratingRenditionsTests {

	private static final String PHOTO = "0f8fad5b-d9cb-469f-a165-70867728950e";

	private static final byte[] ORIGINAL = "an original".getBytes(StandardCharsets.US_ASCII);

	private final Shelf shelf = new Shelf();

	private final InMemoryStore store = new InMemoryStore();

	private final RenditionSets sets = new RenditionSets(this.store);

	private final ToyDarkroom darkroom = new ToyDarkroom();

	private final MakingCopies making = new MakingCopies(this.shelf, this.darkroom, Carriers.threads(),
			new FairTurns(2), true);

	private final GeneratingRenditions generating = new GeneratingRenditions(this.sets, this.shelf, this.making);

	private final DiscardingRenditions discarding = new DiscardingRenditions(this.sets, this.shelf);

	private int commits;

	GeneratingRenditionsTests() {
		this.shelf.originals.put("ana/photo", ORIGINAL);
	}

	@Test
	void decodesOnceForBothSets() throws Exception {
		assertThat(said(publicRenditions(1))).containsExactly("public-renditions-generated.v1");
		assertThat(said(saleSizes(1))).containsExactly("sale-sizes-generated.v1");
		assertThat(this.darkroom.developed).hasValue(1);
		assertThat(this.shelf.fetches).hasValue(1);
		assertThat(this.shelf.copies).hasSize(6);
	}

	@Test
	void decodesOnceForBothSetsWhicheverCommandIsFirst() throws Exception {
		assertThat(said(saleSizes(1))).containsExactly("sale-sizes-generated.v1");
		assertThat(said(publicRenditions(1))).containsExactly("public-renditions-generated.v1");
		assertThat(this.darkroom.developed).hasValue(1);
		assertEachSetNamesWhatIsThere();
	}

	@Test
	void decodesOnceForCommandsThatComeAtTheSameTime() throws Exception {
		this.darkroom.hold = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<List<String>>> answers = new ArrayList<>();
			answers.add(threads.submit(() -> said(publicRenditions(1))));
			answers.add(threads.submit(() -> said(saleSizes(1))));
			answers.add(threads.submit(() -> said(publicRenditions(2))));
			this.darkroom.begun.await();
			this.darkroom.hold.countDown();
			List<String> all = new ArrayList<>();
			for (Future<List<String>> answer : answers) {
				all.addAll(answer.get());
			}
			assertThat(all).containsExactlyInAnyOrder("public-renditions-generated.v1",
					"public-renditions-generated.v1", "sale-sizes-generated.v1");
		}
		assertThat(this.darkroom.developed.get()).isLessThanOrEqualTo(2);
		assertEachSetNamesWhatIsThere();
	}

	@Test
	void refusesBothSetsOfAnOriginalThatIsOfNoUseAfterOneLook() throws Exception {
		this.darkroom.refuse = true;
		assertThat(said(publicRenditions(1))).containsExactly("rendition-failed.v1");
		List<OutgoingMessage> answer = saleSizes(1);
		assertThat(said(answer)).containsExactly("rendition-failed.v1");
		RenditionFailed failed = (RenditionFailed) answer.getFirst().data();
		assertThat(failed.kind()).isEqualTo("sale");
		assertThat(failed.permanent()).isTrue();
		assertThat(failed.code()).isEqualTo("unprocessable-file");
		assertThat(this.darkroom.developed).as("looks").hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void makesGoodAfterADeathAtAnyUpload(int stored) throws Exception {
		this.shelf.left.set(stored);
		assertThatExceptionOfType(Shelf.Death.class).isThrownBy(() -> publicRenditions(1));
		assertThat(this.sets.get(PHOTO, RenditionKind.PUBLIC).version()).isZero();
		this.shelf.left.set(-1);
		assertThat(said(publicRenditions(1))).containsExactly("public-renditions-generated.v1");
		assertThat(said(saleSizes(1))).containsExactly("sale-sizes-generated.v1");
		assertEachSetNamesWhatIsThere();
	}

	@Test
	void makesGoodAfterADeathBetweenUploadAndCommit() throws Exception {
		this.generating.publicRenditions(command(1), context(2, 1));
		this.darkroom.encoder++;
		assertThat(said(publicRenditions(1))).containsExactly("public-renditions-generated.v1");
		assertEachSetNamesWhatIsThere();
	}

	@Test
	void saysThatTheOriginalIsMissing() throws Exception {
		this.shelf.originals.clear();
		RenditionFailed failed = (RenditionFailed) publicRenditions(1).getFirst().data();
		assertThat(failed.code()).isEqualTo("original-missing");
		this.shelf.originals.put("ana/photo", ORIGINAL);
		assertThat(said(saleSizes(1))).containsExactly("sale-sizes-generated.v1");
	}

	@Test
	void triesLaterWhenTheMachineIsAtFault() throws Exception {
		this.darkroom.broken = true;
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> this.generating.saleSizes(command(1), context(2, 3)));
		RenditionFailed failed = (RenditionFailed) commit(this.generating.saleSizes(command(1), context(2, 4)))
			.getFirst()
			.data();
		assertThat(failed.permanent()).isFalse();
		this.darkroom.broken = false;
		assertThat(said(saleSizes(2))).containsExactly("sale-sizes-generated.v1");
	}

	@Test
	void leavesNothingBehindWhenEverythingWasDiscardedMeanwhile() throws Exception {
		Changes late = this.generating.publicRenditions(command(1), context(2, 1));
		commit(this.discarding.discard(new DiscardRenditions(PHOTO, 1), context(6, 1)));
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> commit(late));
		assertThat(commit(this.generating.publicRenditions(command(1), context(2, 1)))).isEmpty();
		assertThat(commit(this.generating.saleSizes(command(1), context(2, 1)))).isEmpty();
		assertThat(this.shelf.copies).isEmpty();
	}

	private List<OutgoingMessage> publicRenditions(int epoch) throws Exception {
		return untilCommitted(() -> this.generating.publicRenditions(command(epoch), context(2, 1)));
	}

	private List<OutgoingMessage> saleSizes(int epoch) throws Exception {
		return untilCommitted(() -> this.generating.saleSizes(command(epoch), context(2, 1)));
	}

	/** As messaging does: who is overtaken decides anew. */
	private List<OutgoingMessage> untilCommitted(java.util.concurrent.Callable<Changes> decision) throws Exception {
		while (true) {
			try {
				return commit(decision.call());
			}
			catch (ConditionFailedException ex) {
				// The state moved: anew.
			}
		}
	}

	private synchronized List<OutgoingMessage> commit(Changes changes) {
		this.store.commit(changes.writes(), "commit-" + this.commits++);
		return changes.messages();
	}

	private static List<String> said(List<OutgoingMessage> messages) {
		return messages.stream().map((message) -> message.type().name()).toList();
	}

	private void assertEachSetNamesWhatIsThere() {
		for (RenditionKind kind : RenditionKind.values()) {
			RenditionSet set = this.sets.get(PHOTO, kind);
			assertThat(set.renditions()).hasSize(3);
			for (StoredRendition named : set.renditions()) {
				Rendition there = Objects.requireNonNull(this.shelf.copies.get(named.bucket() + "/" + named.key()),
						named.key());
				assertThat(there.sha256()).isEqualTo(named.sha256());
				assertThat(there.bytes()).hasSize((int) named.bytes());
			}
		}
	}

	private static GenerateRenditions command(int epoch) {
		return new GenerateRenditions(PHOTO, epoch, new GenerateRenditions.Source("safelight-incoming", "ana/photo",
				"853487a765f98ebc8b8381a16678043a15ac454317e7bedd0313e2c3289723b3"));
	}

	private static MessageContext context(long version, int receiveCount) {
		MessageContext golden = GoldenSamples.context(ImagingMessages.GENERATE_SALE_SIZES);
		Metadata metadata = golden.metadata();
		return new MessageContext(golden.id(), golden.type(), golden.source(), golden.time(),
				new Metadata(metadata.aggregateId(), version, metadata.correlationId(), metadata.causationId(),
						metadata.traceparent(), metadata.tenant()),
				receiveCount);
	}

	/** Makes each size, of two bytes: which size, and by which encoder. */
	private static final class ToyDarkroom implements Darkroom {

		private final AtomicInteger developed = new AtomicInteger();

		private final CountDownLatch begun = new CountDownLatch(1);

		private CountDownLatch hold = new CountDownLatch(0);

		private int encoder;

		private boolean refuse;

		private boolean broken;

		@Override
		public Development develop(Original original, Order order, Tray tray)
				throws UnusablePhotoException, IOException, InterruptedException {
			this.developed.incrementAndGet();
			this.begun.countDown();
			this.hold.await();
			if (this.refuse) {
				throw new UnusablePhotoException(Reason.UNPROCESSABLE, "It cannot be decoded safely.");
			}
			if (this.broken) {
				throw new IOException("No space left on device");
			}
			for (RenditionSize size : order.sizes()) {
				tray.take(Rendition.of(size, size.longestSide(), 10,
						new byte[] { (byte) size.ordinal(), (byte) this.encoder }));
			}
			return new Development(30, 20, List.of(), "hash", "print", new PhotoQuality(0, 0, 0, 0, 0));
		}

	}

}
