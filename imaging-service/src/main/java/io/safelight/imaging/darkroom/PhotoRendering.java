package io.safelight.imaging.darkroom;

import java.awt.image.BufferedImage;
import java.io.IOException;

import io.safelight.imaging.analysis.Luma;
import io.safelight.imaging.analysis.PhotoLook;
import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.PhotoInspector;
import io.safelight.imaging.render.PhotoLimits;
import io.safelight.imaging.render.PhotoRenderer;
import io.safelight.imaging.render.PixelBudget;
import io.safelight.imaging.render.RenderedPhoto;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.UnusablePhotoException;

/**
 * The real work: checks the header, decodes once, makes all copies and describes the
 * picture.
 */
final class PhotoRendering implements PhotoWork {

	private final PhotoInspector inspector;

	private final PhotoRenderer renderer;

	PhotoRendering(PhotoLimits limits) {
		this.inspector = new PhotoInspector(limits);
		this.renderer = new PhotoRenderer(limits, new PixelBudget(1_000_000_000));
	}

	@Override
	public Development develop(Original original, Order order, Tray tray, Admission admission)
			throws UnusablePhotoException, IOException, InterruptedException {
		admission.await(this.inspector.pixelsToDecode(original));
		RenderedPhoto photo = this.renderer.render(original, order.seed(), order.sizes());
		for (Rendition rendition : photo.renditions()) {
			tray.take(rendition);
		}
		PhotoLook look = PhotoLook.of(photo.sample());
		Luma luma = luma(photo.sample());
		return new Development(photo.width(), photo.height(), look.colours(), look.placeholder(),
				look.fingerprint().base64(), PhotoQuality.of(luma, luma));
	}

	private static Luma luma(BufferedImage image) {
		byte[] values = new byte[image.getWidth() * image.getHeight()];
		for (int i = 0; i < values.length; i++) {
			int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
			values[i] = (byte) ((299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000);
		}
		return new Luma(image.getWidth(), image.getHeight(), image.getWidth(), values);
	}

}
