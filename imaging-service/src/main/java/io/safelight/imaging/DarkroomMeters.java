package io.safelight.imaging;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.imaging.darkroom.DarkroomListener;
import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * Counts and times what happens in the darkroom.
 */
final class DarkroomMeters implements DarkroomListener {

	private final MeterRegistry meters;

	DarkroomMeters(MeterRegistry meters) {
		this.meters = meters;
	}

	@Override
	public void waited(Duration time) {
		this.meters.timer("imaging.wait").record(time);
	}

	@Override
	public void developed(Duration time) {
		this.meters.timer("imaging.render").record(time);
	}

	@Override
	public void refused(Reason reason) {
		this.meters.counter("imaging.refused", "reason", reason.code()).increment();
	}

	@Override
	public void replaced(String cause) {
		this.meters.counter("imaging.worker.replaced", "cause", cause).increment();
	}

}
