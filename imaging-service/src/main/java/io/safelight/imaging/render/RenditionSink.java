package io.safelight.imaging.render;

import java.io.IOException;

import io.safelight.imaging.render.plane.Picture;

/**
 * Takes copies as they are ready.
 */
public interface RenditionSink {

	/**
	 * Takes one copy; called on the thread that renders, the largest first.
	 * @param rendition the finished file
	 * @param picture the very pixels, for files of another kind; not to be kept
	 * @throws IOException to give up the rest
	 */
	void accept(Rendition rendition, Picture picture) throws IOException;

}
