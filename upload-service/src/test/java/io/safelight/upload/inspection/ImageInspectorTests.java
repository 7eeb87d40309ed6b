package io.safelight.upload.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.safelight.upload.inspection.Finding.Broken;
import io.safelight.upload.inspection.Finding.NotAccepted;
import io.safelight.upload.inspection.Finding.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImageInspectorTests {

	private static final int[] TURNED_ASIDE = { 5, 6, 7, 8 };

	private final ImageInspector inspector = new ImageInspector();

	@ParameterizedTest
	@CsvSource({ "jpg,JPEG", "png,PNG", "tif,TIFF" })
	void tellsKindAndSizeOfWhatTheJdkWrites(String format, FileKind kind) throws IOException {
		assertThat(finding(Pictures.file(format, 31, 17))).isEqualTo(new Picture(kind, new Dimensions(31, 17)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void turnsAJpegAsItsExifSays(int orientation) throws IOException {
		boolean aside = Arrays.stream(TURNED_ASIDE).anyMatch((turned) -> turned == orientation);
		Dimensions expected = aside ? new Dimensions(17, 31) : new Dimensions(31, 17);
		for (ByteOrder order : new ByteOrder[] { ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN }) {
			assertThat(finding(Pictures.turnedJpeg(31, 17, orientation, order)))
				.isEqualTo(new Picture(FileKind.JPEG, expected));
		}
	}

	@Test
	void ignoresAnExifBlockThatCannotBeFollowed() throws IOException {
		byte[] garbage = "Exif\0\0II*\0\1".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(finding(Pictures.withSegment(Pictures.file("jpg", 31, 17), 0xe1, garbage)))
			.isEqualTo(new Picture(FileKind.JPEG, new Dimensions(31, 17)));
	}

	@Test
	void findsAFrameBehindMuchMetadata() throws IOException {
		byte[] jpeg = Pictures.file("jpg", 31, 17);
		for (int i = 0; i < 40; i++) {
			jpeg = Pictures.withSegment(jpeg, 0xe2, new byte[65_000]);
		}
		assertThat(finding(jpeg)).isEqualTo(new Picture(FileKind.JPEG, new Dimensions(31, 17)));
	}

	@Test
	void readsLossyWebp() throws IOException {
		byte[] content = { 0, 0, 0, (byte) 0x9d, 1, 0x2a, 31, 0, 17, 0 };
		assertThat(finding(Pictures.webp("VP8 ", content)))
			.isEqualTo(new Picture(FileKind.WEBP, new Dimensions(31, 17)));
	}

	@Test
	void readsLosslessWebp() throws IOException {
		byte[] content = ByteBuffer.allocate(5)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put((byte) 0x2f)
			.putInt(30 | (16 << 14))
			.array();
		assertThat(finding(Pictures.webp("VP8L", content)))
			.isEqualTo(new Picture(FileKind.WEBP, new Dimensions(31, 17)));
	}

	@Test
	void readsExtendedWebp() throws IOException {
		byte[] content = { 0, 0, 0, 0, 0x30, 0x75, 0, 16, 0, 0 };
		assertThat(finding(Pictures.webp("VP8X", content)))
			.isEqualTo(new Picture(FileKind.WEBP, new Dimensions(30_001, 17)));
	}

	@Test
	void believesABombsHeaderWithoutOpeningIt() throws IOException {
		assertThat(finding(Pictures.pngHeader(50_000, 50_000)))
			.isEqualTo(new Picture(FileKind.PNG, new Dimensions(50_000, 50_000)));
	}

	@ParameterizedTest
	@CsvSource({ "GIF89a,GIF", "BM,BMP", "%PDF-1.7,PDF", "PK34,ARCHIVE", "<svg onload='x'>,MARKUP", "hello,UNKNOWN",
			"....ftypheic,HEIF" })
	void namesWhatIsNotAccepted(String head, FileKind kind) throws IOException {
		assertThat(finding(head.getBytes(StandardCharsets.US_ASCII))).isEqualTo(new NotAccepted(kind));
	}

	@Test
	void findsNothingInNoBytes() throws IOException {
		Inspection inspection = this.inspector.inspect(InputStream.nullInputStream());
		assertThat(inspection.bytes()).isZero();
		assertThat(inspection.finding()).isEqualTo(new NotAccepted(FileKind.UNKNOWN));
	}

	@ParameterizedTest
	@CsvSource({ "jpg,JPEG,120", "png,PNG,18", "tif,TIFF,40" })
	void noticesAnEndWithinTheHeader(String format, FileKind kind, int length) throws IOException {
		assertThat(finding(Arrays.copyOf(Pictures.file(format, 31, 17), length))).isEqualTo(new Broken(kind, true));
	}

	@Test
	void noticesAJpegWithoutAFrame() throws IOException {
		byte[] scanFirst = { (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xda, 0, 2, 0, 0, 0, 0, 0, 0, 0 };
		assertThat(finding(scanFirst)).isEqualTo(new Broken(FileKind.JPEG, false));
	}

	@Test
	void noticesATiffThatPointsIntoItsOwnHeader() throws IOException {
		byte[] loop = { 'I', 'I', '*', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
		assertThat(finding(loop)).isEqualTo(new Broken(FileKind.TIFF, false));
	}

	@Test
	void noticesAPngWithoutPixels() throws IOException {
		assertThat(finding(Pictures.pngHeader(0, 10))).isEqualTo(new Broken(FileKind.PNG, false));
	}

	@Test
	void hashesAndCountsEveryByteWhateverTheHeaderSays() throws IOException {
		byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
		assertThat(this.inspector.inspect(new ByteArrayInputStream(abc)).sha256())
			.isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		byte[] jpeg = Pictures.withSegment(Pictures.file("jpg", 64, 64), 0xe2, new byte[60_000]);
		Inspection inspection = this.inspector.inspect(new ByteArrayInputStream(jpeg));
		assertThat(inspection.bytes()).isEqualTo(jpeg.length);
		assertThat(inspection.sha256()).isEqualTo(Hashes.sha256(jpeg));
	}

	private Finding finding(byte[] file) throws IOException {
		return this.inspector.inspect(new ByteArrayInputStream(file)).finding();
	}

}
