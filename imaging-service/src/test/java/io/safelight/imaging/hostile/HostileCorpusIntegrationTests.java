package io.safelight.imaging.hostile;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.safelight.imaging.darkroom.DarkroomListener;
import io.safelight.imaging.darkroom.Order;
import io.safelight.imaging.darkroom.WorkerPool;
import io.safelight.imaging.darkroom.WorkerSettings;
import io.safelight.imaging.render.Drawings;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.PhotoLimits;
import io.safelight.imaging.render.PixelBudget;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.RenditionFormat;
import io.safelight.imaging.render.RenditionSize;
import io.safelight.imaging.render.UnusablePhotoException;
import io.safelight.imaging.render.UnusablePhotoException.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two hundred files made to do harm, through real workers: each is rendered or refused
 * with a reason, within its time, without the death of a worker, and no copy tells where
 * a picture was taken.
 */
class HostileCorpusIntegrationTests {

	private static final Duration DEADLINE = Duration.ofSeconds(20);

	private static final List<HostileFile> CORPUS = Stream
		.of(HostileJpegs.all(), HostilePngs.all(), HostileTiffs.all(), HostileWebps.all(), HostileNoise.all())
		.flatMap(List::stream)
		.toList();

	private static final Map<String, Outcome> OUTCOMES = new LinkedHashMap<>();

	private static final Notes NOTES = new Notes();

	@BeforeAll
	static void developAll() throws Exception {
		WorkerSettings settings = new WorkerSettings(2, DEADLINE, 1600L << 20, 700L << 20, 2L << 30,
				PhotoLimits.DEFAULT);
		try (WorkerPool pool = new WorkerPool(settings, new PixelBudget(120_000_000), NOTES);
				ExecutorService threads = Executors.newFixedThreadPool(2)) {
			Map<String, Future<Outcome>> going = new LinkedHashMap<>();
			CORPUS.forEach((file) -> going.put(file.name(), threads.submit(() -> develop(pool, file.bytes()))));
			for (Map.Entry<String, Future<Outcome>> each : going.entrySet()) {
				OUTCOMES.put(each.getKey(), each.getValue().get());
			}
		}
	}

	private static Outcome develop(WorkerPool pool, byte[] file) throws Exception {
		List<Rendition> copies = new ArrayList<>();
		long begun = System.nanoTime();
		try (Original original = Original.receive(new ByteArrayInputStream(file), 50_000_000)) {
			pool.develop(original, new Order("seed", List.of(RenditionSize.values()), true), copies::add);
			return new Outcome(HostileFile.RENDERED, Duration.ofNanos(System.nanoTime() - begun), copies);
		}
		catch (UnusablePhotoException ex) {
			return new Outcome(ex.reason().code(), Duration.ofNanos(System.nanoTime() - begun), copies);
		}
	}

	static List<HostileFile> corpus() {
		return CORPUS;
	}

	@ParameterizedTest
	@MethodSource("corpus")
	void rendersOrRefuses(HostileFile file) {
		Outcome outcome = OUTCOMES.get(file.name());
		assertThat(outcome.verdict()).isIn(file.verdicts());
		assertThat(outcome.time()).isLessThan(DEADLINE);
		if (!outcome.verdict().equals(HostileFile.RENDERED)) {
			assertThat(outcome.copies()).as("copies of what was refused").isEmpty();
		}
		for (Rendition copy : outcome.copies()) {
			assertThat(Place.isIn(copy.bytes())).as("traces of a place in " + copy.size()).isFalse();
			assertThat(copy.width()).isPositive();
			if (copy.format() == RenditionFormat.JPEG) {
				assertThat(Drawings.read(copy.bytes()).getWidth()).isEqualTo(copy.width());
			}
		}
	}

	@Test
	void costsNoWorkerItsLife() {
		assertThat(OUTCOMES).hasSameSizeAs(CORPUS).hasSizeGreaterThanOrEqualTo(60);
		assertThat(NOTES.replaced).isEmpty();
	}

	@Test
	void wouldFindAPlaceIfOneWereLeft() {
		assertThat(Place.isIn(Place.exif(false))).isTrue();
		assertThat(Place.isIn(Place.exif(true))).isTrue();
		assertThat(Place.isIn(Bytes.ascii("xx" + Place.NAME))).isTrue();
		assertThat(Place.isIn(Bytes.ascii("nothing of the kind"))).isFalse();
	}

	/**
	 * What became of a file.
	 *
	 * @param verdict {@code rendered}, or the code of the refusal
	 * @param time how long it took, waiting for the other file included
	 * @param copies what was made
	 */
	private record Outcome(String verdict, Duration time, List<Rendition> copies) {
	}

	/** Which workers had to be replaced. */
	private static final class Notes implements DarkroomListener {

		private final List<String> replaced = new CopyOnWriteArrayList<>();

		@Override
		public void waited(Duration time) {
			// Of no interest.
		}

		@Override
		public void developed(Duration time) {
			// Of no interest.
		}

		@Override
		public void refused(Reason reason) {
			// Of no interest.
		}

		@Override
		public void replaced(String cause) {
			this.replaced.add(cause);
		}

	}

}
