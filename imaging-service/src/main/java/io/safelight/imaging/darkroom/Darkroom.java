package io.safelight.imaging.darkroom;

import java.io.IOException;

import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.UnusablePhotoException;

/**
 * Where copies are made of an original. Implementations are thread-safe.
 */
public interface Darkroom {

	/**
	 * Makes the copies that an order asks for; waits while the darkroom is full.
	 * @param original the photographer's file
	 * @param order what to make of it
	 * @param tray gets each copy once, as soon as it is finished
	 * @return what else the work has found out
	 * @throws UnusablePhotoException if the file is at fault
	 * @throws IOException if the machine is, or the tray
	 * @throws InterruptedException if interrupted while waiting
	 */
	Development develop(Original original, Order order, Tray tray)
			throws UnusablePhotoException, IOException, InterruptedException;

}
