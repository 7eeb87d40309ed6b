package io.safelight.imaging.render;

import io.safelight.imaging.render.jpeg.NativeCodec;
import io.safelight.imaging.render.plane.PictureResizer;

/**
 * What pictures are worked on with. The same copies come of all, some slower.
 *
 * @param codec the native codec, which may lack a part or all
 * @param vectors whether the processor's vectors are used
 */
public record RenderingMeans(NativeCodec codec, boolean vectors) {

	/** The best that this machine has. */
	public static RenderingMeans found() {
		return new RenderingMeans(NativeCodec.get(), PictureResizer.vectorsAtHand());
	}

	/** Java alone. */
	public static RenderingMeans plainJava() {
		return new RenderingMeans(NativeCodec.none(), false);
	}

}
