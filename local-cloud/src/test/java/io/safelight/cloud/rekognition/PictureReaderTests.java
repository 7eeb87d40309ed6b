package io.safelight.cloud.rekognition;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import io.safelight.cloud.AwsError;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureReaderTests {

	private final PictureReader reader = new PictureReader();

	@Test
	void readsALargePictureAtFewerPixels() throws IOException {
		BufferedImage image = this.reader.read(encoded("jpeg", 4000, 3000));
		assertThat(image.getWidth()).isBetween(1000, 2048);
	}

	@Test
	void refusesTooManyPixelsByTheHeaderAlone() {
		refuses(pngHeader(20_000, 5_001), "ImageTooLargeException");
	}

	@Test
	void refusesWhatIsNeitherJpegNorPng() throws IOException {
		refuses(encoded("gif", 10, 10), "InvalidImageFormatException");
		refuses("not a picture".getBytes(StandardCharsets.UTF_8), "InvalidImageFormatException");
	}

	@Test
	void refusesDamagedFiles() throws IOException {
		byte[] png = encoded("png", 200, 200);
		refuses(Arrays.copyOf(png, 40), "InvalidImageFormatException");
		refuses(pngHeader(10, 10), "InvalidImageFormatException");
		byte[] jpeg = encoded("jpeg", 200, 200);
		refuses(Arrays.copyOf(jpeg, 30), "InvalidImageFormatException");
	}

	private void refuses(byte[] bytes, String code) {
		assertThatExceptionOfType(AwsError.class).isThrownBy(() -> this.reader.read(bytes))
			.satisfies((error) -> assertThat(error.code()).isEqualTo(code));
	}

	private static byte[] encoded(String format, int width, int height) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
		return bytes.toByteArray();
	}

	private static byte[] pngHeader(int width, int height) {
		byte[] chunk = ByteBuffer.allocate(17)
			.put("IHDR".getBytes(StandardCharsets.US_ASCII))
			.putInt(width)
			.putInt(height)
			.put(new byte[] { 8, 2, 0, 0, 0 })
			.array();
		CRC32 checksum = new CRC32();
		checksum.update(chunk);
		return ByteBuffer.allocate(33)
			.putLong(0x89504E470D0A1A0AL)
			.putInt(13)
			.put(chunk)
			.putInt((int) checksum.getValue())
			.array();
	}

}
