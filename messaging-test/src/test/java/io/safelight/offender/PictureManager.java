package io.safelight.offender;

import java.time.Clock;
import java.time.Instant;

import io.safelight.catalog.Picture;

/**
 * Has a name that says nothing, hidden clocks, and a class of another service; it sleeps.
 */
public class PictureManager {

	public Picture later() throws InterruptedException {
		Thread.sleep(1);
		return new Picture(Instant.now() + " or " + Clock.systemUTC().instant());
	}

}
