package io.safelight.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * JPEG files of every sampling that cameras and editors write.
 */
public final class SampledJpeg {

	private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

	private SampledJpeg() {
	}

	/**
	 * A file whose luma has so many samples for one of chroma.
	 * @param image coloured; {@code TYPE_BYTE_GRAY} for a file of one component
	 */
	public static byte[] of(BufferedImage image, int across, int down, boolean progressive) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionQuality(0.95f);
			parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
			IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
			sample(metadata, across, down);
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, metadata), parameters);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static void sample(IIOMetadata metadata, int across, int down) throws IOException {
		IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
		IIOMetadataNode luma = (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
		luma.setAttribute("HsamplingFactor", Integer.toString(across));
		luma.setAttribute("VsamplingFactor", Integer.toString(down));
		metadata.setFromTree(FORMAT, root);
	}

}
