package io.safelight.imaging.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;

import io.safelight.imaging.render.UnusablePhotoException.Reason;
import io.safelight.imaging.render.jpeg.JpegDecodingException;
import io.safelight.imaging.render.jpeg.NativeCodec;
import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.PictureResizer;
import io.safelight.imaging.render.plane.RgbPixels;
import io.safelight.imaging.render.plane.Turn;

/**
 * Decodes originals to luma and chroma in sRGB, turned as they are stored. JPEG of one or
 * three components goes the native way, if there is one; all else is decoded to pixels by
 * Java first. Thread-safe.
 */
final class PictureReader {

	private final PhotoDecoder decoder;

	private final NativeCodec codec;

	private final PictureResizer resizer;

	PictureReader(PhotoDecoder decoder, NativeCodec codec, PictureResizer resizer) {
		this.decoder = decoder;
		this.resizer = resizer;
		this.codec = codec;
	}

	/**
	 * Decodes a whole picture; chroma is halved at once, which every copy needs.
	 * @throws UnusablePhotoException if the file is at fault
	 */
	Picture read(Arena memory, Original original, PhotoHeader header) throws IOException, UnusablePhotoException {
		Optional<Picture> planes = isForTheCodec(header) ? readNatively(memory, original, header) : Optional.empty();
		if (planes.isPresent()) {
			return planes.get();
		}
		BufferedImage pixels = this.decoder.decode(original, header);
		if (pixels.getWidth() != header.width() || pixels.getHeight() != header.height()) {
			throw new UnusablePhotoException(Reason.DAMAGED, "The file's header does not fit its picture.");
		}
		return RgbPixels.toPicture(memory, pixels);
	}

	private boolean isForTheCodec(PhotoHeader header) {
		return this.codec.reads() && header.format() == PhotoFormat.JPEG && header.bitsPerComponent() == 8
				&& (header.components() == 1 || header.components() == 3);
	}

	/** Empty if the file is to be read another way. */
	private Optional<Picture> readNatively(Arena memory, Original original, PhotoHeader header)
			throws IOException, UnusablePhotoException {
		try (Arena passing = Arena.ofConfined()) {
			Picture picture = this.codec.decode(memory, passing, original.map(passing), header.width(),
					header.height());
			SrgbPlanes.convert(picture, header.iccProfile());
			return Optional.of(this.resizer.upright(memory, picture, Turn.NONE));
		}
		catch (JpegDecodingException ex) {
			return switch (ex.reason()) {
				case UNSUITABLE, DOUBTFUL -> Optional.empty();
				case TRUNCATED -> throw new UnusablePhotoException(Reason.TRUNCATED,
						"The picture's data are incomplete. Upload the complete file.", ex);
				case DAMAGED -> throw new UnusablePhotoException(Reason.DAMAGED,
						"The picture's data are damaged (" + ex.getMessage() + "). Export it anew.", ex);
			};
		}
	}

}
