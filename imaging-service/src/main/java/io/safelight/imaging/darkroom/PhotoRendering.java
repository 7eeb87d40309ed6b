package io.safelight.imaging.darkroom;

import java.io.IOException;
import java.util.Optional;

import io.safelight.imaging.analysis.Luma;
import io.safelight.imaging.analysis.PhotoLook;
import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.PhotoInspector;
import io.safelight.imaging.render.PhotoLimits;
import io.safelight.imaging.render.PhotoRenderer;
import io.safelight.imaging.render.PhotoStudy;
import io.safelight.imaging.render.RenderRequest;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.RenditionFormat;
import io.safelight.imaging.render.UnusablePhotoException;
import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.Plane;
import io.safelight.imaging.render.webp.WebpWriter;

/**
 * The real work: checks the header, decodes once, makes all copies and describes the
 * picture.
 */
final class PhotoRendering implements PhotoWork {

	/** Looks like the JPEG copies of 80 to 85. */
	private static final float WEBP_QUALITY = 78;

	private final PhotoInspector inspector;

	private final PhotoRenderer renderer;

	private final Optional<WebpWriter> webp = WebpWriter.find();

	PhotoRendering(PhotoLimits limits) {
		this.inspector = new PhotoInspector(limits);
		this.renderer = new PhotoRenderer(limits);
	}

	@Override
	public Development develop(Original original, Order order, Tray tray, Admission admission)
			throws UnusablePhotoException, IOException, InterruptedException {
		admission.await(this.inspector.pixelsToDecode(original));
		RenderRequest request = RenderRequest.of(order.seed(), order.sizes());
		PhotoStudy study = this.renderer.render(original, request, (copy, picture) -> {
			tray.take(copy);
			if (order.webp() && this.webp.isPresent() && copy.size().isPublic()) {
				tray.take(toWebp(this.webp.get(), copy, picture));
			}
		});
		return describe(study);
	}

	private static Rendition toWebp(WebpWriter writer, Rendition copy, Picture picture) throws IOException {
		return Rendition.of(copy.size(), RenditionFormat.WEBP, copy.width(), copy.height(),
				writer.write(picture, WEBP_QUALITY));
	}

	private static Development describe(PhotoStudy study) {
		PhotoLook look = PhotoLook.of(study.sample());
		PhotoQuality quality = PhotoQuality.of(luma(study.reduced()), luma(study.detail()));
		return new Development(study.width(), study.height(), look.colours(), look.placeholder(),
				look.fingerprint().base64(), quality);
	}

	private static Luma luma(Picture picture) {
		Plane plane = picture.luma();
		return new Luma(plane.width(), plane.height(), plane.width(), plane.toArray());
	}

}
