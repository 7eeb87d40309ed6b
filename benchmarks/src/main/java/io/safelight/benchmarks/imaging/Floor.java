package io.safelight.benchmarks.imaging;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import io.safelight.imaging.render.jpeg.Huffman;
import io.safelight.imaging.render.jpeg.JpegDecodingException;
import io.safelight.imaging.render.jpeg.JpegSettings;
import io.safelight.imaging.render.jpeg.NativeCodec;
import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.PictureResizer;
import io.safelight.imaging.render.plane.Turn;

/**
 * Decoding a picture and writing it in full size, with nothing in between.
 */
final class Floor {

	private Floor() {
	}

	static long bytes(Path file, Huffman huffman) throws IOException {
		int[] size = size(file);
		try (Arena memory = Arena.ofConfined(); FileChannel channel = FileChannel.open(file)) {
			MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), memory);
			Picture picture = NativeCodec.get().decode(memory, memory, bytes, size[0], size[1]);
			Picture halved = new PictureResizer(PictureResizer.vectorsAtHand()).upright(memory, picture, Turn.NONE);
			return NativeCodec.get().encode(halved, new JpegSettings(92, false, huffman)).length;
		}
		catch (JpegDecodingException ex) {
			throw new IOException(ex);
		}
	}

	private static int[] size(Path file) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			reader.setInput(in, true, true);
			return new int[] { reader.getWidth(0), reader.getHeight(0) };
		}
		finally {
			reader.dispose();
		}
	}

}
