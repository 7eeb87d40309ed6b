package io.safelight.imaging.darkroom;

import java.io.IOException;

import io.safelight.imaging.render.Rendition;

/**
 * Takes finished copies. It should not take long: the next copy waits for it.
 */
@FunctionalInterface
public interface Tray {

	void take(Rendition rendition) throws IOException;

}
