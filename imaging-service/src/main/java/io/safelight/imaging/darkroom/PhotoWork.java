package io.safelight.imaging.darkroom;

import java.io.IOException;

import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.UnusablePhotoException;

/**
 * What a worker does with an order. Used by one thread.
 */
interface PhotoWork {

	/**
	 * Develops one photograph.
	 * @param admission asked before any pixel is decoded
	 * @throws UnusablePhotoException if the file is at fault
	 * @throws IOException if the machine is
	 */
	Development develop(Original original, Order order, Tray tray, Admission admission)
			throws UnusablePhotoException, IOException, InterruptedException;

}
