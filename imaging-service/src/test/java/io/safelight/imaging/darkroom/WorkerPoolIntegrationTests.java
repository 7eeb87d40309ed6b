package io.safelight.imaging.darkroom;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.safelight.imaging.render.Drawings;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.PhotoLimits;
import io.safelight.imaging.render.PixelBudget;
import io.safelight.imaging.render.RenditionSize;
import io.safelight.imaging.render.UnusablePhotoException;
import io.safelight.imaging.render.UnusablePhotoException.Reason;
import io.safelight.pictures.JpegFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Workers that really die, hang and devour memory, and a darkroom that goes on.
 */
class WorkerPoolIntegrationTests {

	private static final long ROOM = 20_000_000;

	private static final byte[] PHOTO = JpegFile.of(Drawings.landscape(640, 480)).bytes();

	private static final Order ORDER = new Order("0c5a1b52-9d3b-4f0e-9d7f-0c3f6f6a1c11", RenditionSize.PUBLIC, false);

	private final PixelBudget budget = new PixelBudget(ROOM);

	private final Notes notes = new Notes();

	private WorkerPool pool = pool(Duration.ofSeconds(20), 1L << 30);

	@AfterEach
	void close() {
		this.pool.close();
	}

	@Test
	void developsAPhotoInAnotherProcess() throws Exception {
		List<String> copies = new ArrayList<>();
		Development development = develop(PHOTO, (copy) -> copies.add(copy.size().label() + " " + copy.width()));
		assertThat(copies).containsExactly("w320 320");
		assertThat(development.width()).isEqualTo(640);
		assertThat(development.height()).isEqualTo(480);
		assertThat(development.colours()).isNotEmpty();
		assertThat(development.fingerprint()).hasSize(640);
	}

	@Test
	void refusesAPhotoThatIsTheDeathOfTwoWorkersAndGoesOn() throws Exception {
		assertThat(refusal("FAULT").getMessage()).contains("cannot be decoded safely");
		assertThat(this.notes.replaced).containsExactly("crash", "crash");
		assertGoesOn();
	}

	@Test
	void refusesAPhotoWhoseWorkersEndThemselves() throws Exception {
		refusal("EXIT");
		assertThat(this.notes.replaced).containsExactly("crash", "crash");
		assertGoesOn();
	}

	@Test
	void costsOneMoreTryWhenAWorkerDies(@TempDir Path directory) throws Exception {
		List<String> copies = new ArrayList<>();
		develop(text("ONCE " + directory.resolve("died") + " "), (copy) -> copies.add(copy.size().label()));
		assertThat(copies).as("the copy made before and after the death").containsExactly("w320");
		assertThat(this.notes.replaced).containsExactly("crash");
	}

	@ParameterizedTest
	@CsvSource({ "HANG, 800", "SLEEP, 200" })
	void killsAWorkerThatHangsAndGoesOn(String photo, int patience) throws Exception {
		this.pool.close();
		this.pool = pool(Duration.ofMillis(patience), 1L << 30);
		assertThat(refusal(photo).getMessage()).contains("too long");
		assertThat(this.notes.replaced).containsExactly("deadline", "deadline");
		this.pool.close();
		this.pool = pool(Duration.ofSeconds(20), 1L << 30);
		assertGoesOn();
	}

	@Test
	void survivesAWorkerWithoutHeap() throws Exception {
		assertThat(refusal("HEAP").getMessage()).contains("memory");
		assertThat(this.notes.replaced).containsExactly("memory", "memory");
		assertGoesOn();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void letsNoWorkerDevourTheMachinesMemory() throws Exception {
		refusal("NATIVE");
		assertThat(this.notes.replaced).hasSize(2).containsOnly("memory");
		assertGoesOn();
	}

	@Test
	void believesNoWorkerThatMakesWhatNobodyOrdered() throws Exception {
		refusal("NONSENSE");
		assertThat(this.notes.replaced).containsExactly("nonsense", "nonsense");
		assertGoesOn();
	}

	@Test
	void believesNoWorkerThatAsksForRoomTwice() throws Exception {
		refusal("TWICE");
		assertThat(this.notes.replaced).containsExactly("nonsense", "nonsense");
		assertThat(this.budget.free()).isEqualTo(ROOM);
	}

	@Test
	void isNotConfusedByWhatLibrariesPrint() throws Exception {
		assertThat(develop(text("CHATTER"), (_) -> {
		}).width()).isEqualTo(1);
	}

	@Test
	void givesWorkersNothingOfTheEnvironmentButWhatIsHarmless() throws Exception {
		String names = develop(text("CHATTER"), (_) -> {
		}).placeholder();
		assertThat(names.split(" ")).isSubsetOf("PATH", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "TMPDIR", "PWD",
				"SHLVL", "_", "OLDPWD", "MALLOC_ARENA_MAX", "MALLOC_MMAP_THRESHOLD_");
	}

	@Test
	void keepsAWorkerForTheNextPhoto() throws Exception {
		develop(PHOTO, (_) -> {
		});
		develop(PHOTO, (_) -> {
		});
		assertThatExceptionOfType(UnusablePhotoException.class).isThrownBy(() -> develop(text("<svg/>"), (_) -> {
		}));
		assertThat(this.notes.replaced).isEmpty();
		assertThat(this.notes.refused).containsExactly(Reason.UNSUPPORTED_TYPE);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void replacesAWorkerThatHasOutgrownItsMemory() throws Exception {
		this.pool.close();
		this.pool = pool(Duration.ofSeconds(20), 1);
		develop(PHOTO, (_) -> {
		});
		assertThat(this.notes.replaced).containsExactly("outgrown");
		assertGoesOn();
	}

	@Test
	void decodesNothingBeforeThereIsRoom() throws Exception {
		PixelBudget.Share all = this.budget.acquire(ROOM);
		CompletableFuture<Development> waiting = CompletableFuture.supplyAsync(() -> {
			try {
				return develop(PHOTO, (_) -> {
				});
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		Awaitility.await().until(this.budget::isWaitedFor);
		assertThat(waiting).isNotDone();
		all.close();
		assertThat(waiting).succeedsWithin(Duration.ofSeconds(20));
		assertThat(this.budget.free()).isEqualTo(ROOM);
	}

	@Test
	void killsTheWorkerOfAPhotoThatNobodyWaitsForAnyMore() throws Exception {
		CountDownLatch gone = new CountDownLatch(1);
		Thread caller = Thread.ofPlatform().start(() -> {
			try {
				develop(text("HANG"), (_) -> {
				});
			}
			catch (InterruptedException ex) {
				gone.countDown();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		Awaitility.await().until(() -> this.notes.waited.size() == 1);
		caller.interrupt();
		assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
		assertGoesOn();
	}

	private void assertGoesOn() throws Exception {
		List<String> copies = new ArrayList<>();
		develop(PHOTO, (copy) -> copies.add(copy.size().label()));
		assertThat(copies).containsExactly("w320");
		assertThat(this.budget.free()).as("pixels given back").isEqualTo(ROOM);
	}

	private UnusablePhotoException refusal(String photo) {
		UnusablePhotoException refusal = catchThrowableOfType(UnusablePhotoException.class,
				() -> develop(text(photo), (_) -> {
				}));
		assertThat(refusal).as("the refusal").isNotNull();
		assertThat(refusal.reason()).isEqualTo(Reason.UNPROCESSABLE);
		return refusal;
	}

	private Development develop(byte[] photo, Tray tray) throws Exception {
		try (Original original = Original.receive(new ByteArrayInputStream(photo), 10_000_000)) {
			return this.pool.develop(original, ORDER, tray);
		}
	}

	private WorkerPool pool(Duration deadline, long resident) {
		WorkerSettings settings = new WorkerSettings(1, deadline, 512L << 20, 64L << 20, resident, PhotoLimits.DEFAULT);
		return new WorkerPool(settings, SabotagedWorker.class, this.budget, this.notes);
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** What the darkroom has told. */
	private static final class Notes implements DarkroomListener {

		private final List<Duration> waited = new CopyOnWriteArrayList<>();

		private final List<String> replaced = new CopyOnWriteArrayList<>();

		private final List<Reason> refused = new CopyOnWriteArrayList<>();

		@Override
		public void waited(Duration time) {
			this.waited.add(time);
		}

		@Override
		public void developed(Duration time) {
			assertThat(time).isPositive();
		}

		@Override
		public void refused(Reason reason) {
			this.refused.add(reason);
		}

		@Override
		public void replaced(String cause) {
			this.replaced.add(cause);
		}

	}

}
