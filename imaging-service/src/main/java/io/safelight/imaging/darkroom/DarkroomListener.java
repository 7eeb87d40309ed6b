package io.safelight.imaging.darkroom;

import java.time.Duration;

import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * Is told what happens in the darkroom. Thread-safe.
 */
public interface DarkroomListener {

	/** A photograph has waited so long for a worker. */
	void waited(Duration time);

	/** A photograph was developed within so much time. */
	void developed(Duration time);

	/** A photograph was refused. */
	void refused(Reason reason);

	/**
	 * A worker has to be replaced.
	 * @param cause {@code crash}, {@code deadline}, {@code memory}, {@code nonsense} or
	 * {@code outgrown}
	 */
	void replaced(String cause);

}
