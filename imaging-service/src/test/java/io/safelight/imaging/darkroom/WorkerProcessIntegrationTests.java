package io.safelight.imaging.darkroom;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.PhotoLimits;
import io.safelight.imaging.render.RenditionSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One worker, from its start to the end of the service.
 */
class WorkerProcessIntegrationTests {

	private final WorkerSettings settings = new WorkerSettings(1, Duration.ofSeconds(20), 512L << 20, 64L << 20,
			1L << 30, PhotoLimits.DEFAULT);

	private Process process;

	WorkerProcessIntegrationTests() throws Exception {
		this.process = new WorkerCommand(SabotagedWorker.class.getName(), this.settings).start();
	}

	@AfterEach
	void kill() {
		this.process.destroyForcibly();
	}

	@Test
	void endsWithTheServiceEvenWhileItHangs() throws Exception {
		OutputStream standardInput = this.process.getOutputStream();
		WorkerProcess worker = new WorkerProcess(this.process);
		assertThat(worker.hear()).isInstanceOf(Frame.Ready.class);
		try (Original original = Original.receive(new ByteArrayInputStream("HANG".getBytes(StandardCharsets.US_ASCII)),
				100)) {
			worker.send(original, new Order("seed", RenditionSize.PUBLIC, true));
		}
		assertThat(this.process.isAlive()).isTrue();
		standardInput.close();
		assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(this.process.exitValue()).isZero();
	}

	@Test
	void goesWhenItIsTold() throws Exception {
		WorkerProcess worker = new WorkerProcess(this.process);
		assertThat(worker.hear()).isInstanceOf(Frame.Ready.class);
		worker.close();
		assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(worker.isAlive()).isFalse();
	}

}
