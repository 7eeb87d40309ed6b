package io.safelight.imaging.hostile;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import io.safelight.imaging.render.Drawings;
import io.safelight.pictures.IccProfile;
import io.safelight.pictures.JpegFile;

import static io.safelight.imaging.hostile.HostileFile.harmless;
import static io.safelight.imaging.hostile.HostileFile.refused;
import static io.safelight.imaging.hostile.HostileFile.rendered;

/**
 * JPEG files that lie, lack something or carry too much.
 */
final class HostileJpegs {

	private static final JpegFile GOOD = JpegFile.of(Drawings.landscape(480, 320));

	private static final JpegFile PROGRESSIVE = JpegFile.progressive(Drawings.landscape(480, 320));

	private static final byte[] END = { (byte) 0xFF, (byte) 0xD9 };

	private final List<HostileFile> files = new ArrayList<>();

	static List<HostileFile> all() {
		HostileJpegs jpegs = new HostileJpegs();
		jpegs.truncated();
		jpegs.lying();
		jpegs.rare();
		jpegs.excessive();
		jpegs.profiles();
		jpegs.places();
		jpegs.polyglots();
		jpegs.unusualButGood();
		return jpegs.files;
	}

	private void truncated() {
		for (double part : new double[] { 0.005, 0.03, 0.1, 0.3, 0.6, 0.9, 0.99 }) {
			this.files.add(refused("JPEG cut at " + part, GOOD.cutAt(part), "truncated-file"));
			this.files.add(refused("progressive JPEG cut at " + part, PROGRESSIVE.cutAt(part), "truncated-file"));
		}
		this.files.add(refused("JPEG without its last byte", Arrays.copyOf(GOOD.bytes(), GOOD.bytes().length - 1),
				"truncated-file"));
		for (double part : new double[] { 0.3, 0.6, 0.9 }) {
			this.files.add(refused("JPEG cut at " + part + " and given an end", Bytes.concat(GOOD.cutAt(part), END),
					"truncated-file", "damaged-file"));
		}
		this.files.add(refused("nothing but markers", new byte[] { -1, (byte) 0xD8, -1, (byte) 0xD9 }, "damaged-file"));
		this.files.add(refused("the start of a JPEG", new byte[] { -1, (byte) 0xD8, -1 }, "truncated-file"));
	}

	private void lying() {
		this.files.add(refused("JPEG of 65535 × 65535", GOOD.declaring(65535, 65535).bytes(), "too-large"));
		this.files.add(refused("JPEG with a side of 65535", GOOD.declaring(65535, 8).bytes(), "too-large"));
		this.files.add(refused("JPEG that says 10001 × 10000", GOOD.declaring(10_001, 10_000).bytes(), "too-large"));
		this.files.add(refused("JPEG that says 9900 × 9900", GOOD.declaring(9900, 9900).bytes(), "truncated-file",
				"damaged-file"));
		this.files.add(harmless("JPEG that says less than it has", GOOD.declaring(100, 100).bytes()));
		this.files.add(refused("JPEG without width", GOOD.declaring(0, 320).bytes(), "damaged-file"));
		this.files.add(refused("JPEG without height", GOOD.declaring(480, 0).bytes(), "damaged-file"));
		this.files.add(refused("JPEG of two frames", inserted(GOOD, frame(0xC0, 8, 3, 0x22)), "damaged-file"));
		this.files.add(refused("JPEG with a sampling of nothing", patched(0xC0, 11, 0x00), "damaged-file"));
		this.files.add(refused("JPEG with a sampling of 15", patched(0xC0, 11, 0xFF), "damaged-file"));
		this.files.add(refused("JPEG whose segment has no length",
				inserted(GOOD, new Bytes().u8(0xFF, 0xE5, 0, 0).toArray()), "damaged-file"));
		this.files.add(refused("JPEG whose segment goes beyond the end",
				new Bytes().u8(0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF).put("Exif").toArray(), "truncated-file"));
		this.files.add(harmless("JPEG with tables that do not exist", patched(0xDA, 6, 0x33)));
	}

	private void rare() {
		this.files.add(refused("lossless JPEG", patchedMarker(0xC3), "unsupported-type"));
		this.files.add(refused("arithmetic JPEG", patchedMarker(0xC9), "unsupported-type"));
		this.files.add(refused("hierarchical JPEG", patchedMarker(0xC5), "unsupported-type"));
		this.files.add(refused("JPEG of 12 bits", patched(0xC0, 4, 12), "unsupported-type"));
		this.files.add(refused("JPEG of two components", patched(0xC0, 9, 2), "unsupported-type", "damaged-file"));
		this.files.add(refused("JPEG of 255 components", patched(0xC0, 9, 255), "damaged-file", "unsupported-type"));
	}

	private void excessive() {
		Bytes scans = new Bytes().put(Arrays.copyOf(PROGRESSIVE.bytes(), PROGRESSIVE.bytes().length - 2));
		for (int i = 0; i < 3000; i++) {
			scans.segment(0xDA, new byte[] { 1, 1, 0, 0, 0, 0 }).u8(0);
		}
		this.files.add(refused("progressive JPEG of thousands of scans", scans.put(END).toArray(), "damaged-file"));
		Bytes comments = new Bytes().u8(0xFF, 0xD8);
		for (int i = 0; i < 140; i++) {
			comments.segment(0xFE, Bytes.zeros(65_000));
		}
		this.files.add(refused("JPEG of nine megabytes of comments", comments.put(tail(GOOD)).toArray(), "too-large"));
		Bytes tables = new Bytes().u8(0xFF, 0xD8);
		for (int i = 0; i < 10_000; i++) {
			tables.segment(0xDB, Bytes.concat(new byte[] { 0 }, filled(64, 1)));
		}
		this.files.add(rendered("JPEG of ten thousand tables", tables.put(tail(GOOD)).toArray()));
		Bytes fill = new Bytes().u8(0xFF, 0xD8).put(filled(1_000_000, 0xFF));
		this.files.add(rendered("JPEG with a million fill bytes", fill.put(tail(GOOD)).toArray()));
		this.files.add(rendered("JPEG of 65536 restarts", restarts(2048, 2048)));
		this.files.add(refused("JPEG of 65536 restarts, half of them missing",
				Bytes.concat(Bytes.cut(restarts(2048, 2048), 0.5), END), "truncated-file", "damaged-file"));
	}

	private void profiles() {
		byte[] p3 = IccProfile.displayP3();
		this.files
			.add(refused("JPEG with a profile of five megabytes", withProfile(Bytes.zeros(5 << 20)), "too-large"));
		this.files.add(rendered("JPEG with a profile of a megabyte of nothing", withProfile(Bytes.zeros(1 << 20))));
		this.files
			.add(rendered("JPEG with a profile whose pieces do not add up", inserted(GOOD, profilePiece(1, 3, p3))));
		this.files.add(rendered("JPEG with a profile whose first piece is the second",
				inserted(GOOD, profilePiece(2, 2, p3))));
		this.files.add(rendered("JPEG with a profile in no pieces", inserted(GOOD, profilePiece(0, 0, p3))));
		this.files.add(rendered("JPEG with a profile cut in the middle",
				inserted(GOOD, profilePiece(1, 1, Bytes.cut(p3, 0.5)))));
		byte[] lying = p3.clone();
		Arrays.fill(lying, 0, 4, (byte) 0x7F);
		this.files.add(rendered("JPEG with a profile that says it has two gigabytes",
				inserted(GOOD, profilePiece(1, 1, lying))));
		byte[] loop = p3.clone();
		Arrays.fill(loop, 128, 132, (byte) 0x7F);
		this.files.add(rendered("JPEG with a profile of two billion tags", inserted(GOOD, profilePiece(1, 1, loop))));
	}

	private void places() {
		byte[] exif = Bytes.concat(Bytes.ascii("Exif\0\0"), Place.exif(false));
		byte[] little = Bytes.concat(Bytes.ascii("Exif\0\0"), Place.exif(true));
		byte[] xmp = Bytes.ascii("http://ns.adobe.com/xap/1.0/\0" + Place.xmp());
		byte[] extended = Bytes.ascii("http://ns.adobe.com/xmp/extension/\0" + Place.xmp());
		byte[] iptc = Bytes.ascii("Photoshop 3.0\08BIM\4\4\0\0\0\0\0\20" + Place.NAME);
		byte[] thumbnail = JpegFile.of(Drawings.plain(160, 120, java.awt.Color.RED)).withComments(Place.NAME).bytes();
		this.files.add(rendered("GPS in EXIF", inserted(GOOD, new Bytes().segment(0xE1, exif).toArray())));
		this.files
			.add(rendered("GPS in EXIF, little-endian", inserted(GOOD, new Bytes().segment(0xE1, little).toArray())));
		this.files.add(rendered("GPS in XMP", inserted(GOOD, new Bytes().segment(0xE1, xmp).toArray())));
		this.files.add(rendered("GPS in extended XMP", inserted(GOOD, new Bytes().segment(0xE1, extended).toArray())));
		this.files.add(rendered("place in IPTC", inserted(GOOD, new Bytes().segment(0xED, iptc).toArray())));
		this.files.add(rendered("place in a comment",
				inserted(GOOD, new Bytes().segment(0xFE, Bytes.ascii(Place.NAME)).toArray())));
		this.files.add(rendered("place in a thumbnail of another picture",
				inserted(GOOD, new Bytes().segment(0xE1, Bytes.concat(exif, thumbnail)).toArray())));
		this.files.add(rendered("place in a JFIF extension", inserted(GOOD,
				new Bytes().segment(0xE0, Bytes.concat(Bytes.ascii("JFXX\0\20"), thumbnail)).toArray())));
		this.files.add(rendered("place behind the end", Bytes.concat(GOOD.bytes(), Bytes.ascii(Place.NAME), exif)));
		this.files.add(rendered("place in a second picture behind the first", Bytes.concat(GOOD.bytes(), thumbnail)));
		this.files.add(rendered("place in a profile",
				inserted(GOOD, profilePiece(1, 1, Bytes.concat(IccProfile.displayP3(), Bytes.ascii(Place.NAME))))));
		this.files.add(rendered("EXIF that leads in a circle",
				inserted(GOOD,
						new Bytes()
							.segment(0xE1,
									Bytes.concat(Bytes.ascii("Exif\0\0MM\0\52\0\0\0\10"),
											new byte[] { 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0, 0, 0, 0, 8 }))
							.toArray())));
	}

	private void polyglots() {
		byte[] html = Bytes.ascii("<html><script>alert(document.cookie)</script></html>");
		byte[] zip = Bytes.ascii("PK\3\4evil.jarPK\5\6");
		this.files.add(rendered("JPEG and ZIP in one", Bytes.concat(GOOD.bytes(), zip)));
		this.files.add(rendered("JPEG and HTML in one",
				Bytes.concat(inserted(GOOD, new Bytes().segment(0xFE, html).toArray()), html)));
		this.files.add(refused("HTML called JPEG", html, "unsupported-type"));
		this.files.add(refused("ZIP called JPEG", zip, "unsupported-type"));
		this.files
			.add(refused("GIF before JPEG", Bytes.concat(Bytes.ascii("GIF89a"), GOOD.bytes()), "unsupported-type"));
		this.files
			.add(refused("PDF called JPEG", Bytes.concat(Bytes.ascii("%PDF-1.7\n"), GOOD.bytes()), "unsupported-type"));
	}

	private void unusualButGood() {
		this.files.add(rendered("CMYK JPEG", cmyk(null)));
		this.files.add(rendered("CMYK JPEG with Adobe's marker", cmyk(0)));
		this.files.add(rendered("YCCK JPEG", cmyk(2)));
		this.files.add(rendered("JPEG with Adobe's marker of RGB", inserted(GOOD, adobe(0))));
		this.files.add(rendered("grey JPEG", JpegFile.of(grey()).bytes()));
		this.files.add(rendered("JPEG of one pixel", JpegFile.of(Drawings.plain(1, 1, java.awt.Color.RED)).bytes()));
		this.files.add(rendered("JPEG of one row", JpegFile.of(Drawings.plain(3000, 1, java.awt.Color.RED)).bytes()));
		this.files
			.add(rendered("JPEG of one column", JpegFile.of(Drawings.plain(1, 3000, java.awt.Color.RED)).bytes()));
	}

	private static BufferedImage grey() {
		BufferedImage image = new BufferedImage(480, 320, BufferedImage.TYPE_BYTE_GRAY);
		image.createGraphics().drawImage(Drawings.landscape(480, 320), 0, 0, null);
		return image;
	}

	/** Everything but the start marker. */
	private static byte[] tail(JpegFile file) {
		return Arrays.copyOfRange(file.bytes(), 2, file.bytes().length);
	}

	private static byte[] inserted(JpegFile file, byte[] segments) {
		return Bytes.concat(new byte[] { -1, (byte) 0xD8 }, segments, tail(file));
	}

	private static byte[] profilePiece(int number, int of, byte[] profile) {
		return new Bytes()
			.segment(0xE2, Bytes.concat(Bytes.ascii("ICC_PROFILE\0"), new byte[] { (byte) number, (byte) of }, profile))
			.toArray();
	}

	private static byte[] withProfile(byte[] profile) {
		Bytes pieces = new Bytes();
		int size = 60_000;
		int count = Math.ceilDiv(profile.length, size);
		for (int i = 0; i < count; i++) {
			pieces.put(profilePiece(i + 1, count,
					Arrays.copyOfRange(profile, i * size, Math.min(profile.length, (i + 1) * size))));
		}
		return inserted(GOOD, pieces.toArray());
	}

	private static byte[] adobe(int transform) {
		return new Bytes()
			.segment(0xEE, Bytes.concat(Bytes.ascii("Adobe"), new byte[] { 0, 100, 0, 0, 0, 0, (byte) transform }))
			.toArray();
	}

	private static byte[] frame(int marker, int bits, int components, int sampling) {
		Bytes frame = new Bytes().u8(bits).be16(320, 480).u8(components);
		for (int i = 1; i <= components; i++) {
			frame.u8(i, sampling, 0);
		}
		return new Bytes().segment(marker, frame.toArray()).toArray();
	}

	/** The good file with one byte of a segment changed, counted from its marker. */
	private static byte[] patched(int marker, int offset, int value) {
		byte[] file = GOOD.bytes();
		file[position(file, marker) + offset] = (byte) value;
		return file;
	}

	private static byte[] patchedMarker(int marker) {
		byte[] file = GOOD.bytes();
		file[position(file, 0xC0) + 1] = (byte) marker;
		return file;
	}

	private static int position(byte[] file, int marker) {
		int at = 2;
		while ((file[at + 1] & 0xFF) != marker) {
			at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
		}
		return at;
	}

	/** A grey plane with a restart after each block: one byte of data, then a marker. */
	private static byte[] restarts(int width, int height) {
		Bytes file = new Bytes().u8(0xFF, 0xD8).segment(0xDB, Bytes.concat(new byte[] { 0 }, filled(64, 1)));
		file.segment(0xC0, new Bytes().u8(8).be16(height, width).u8(1, 1, 0x11, 0).toArray());
		// One code in each table, of one bit: no difference, and the end of the block.
		file.segment(0xC4, Bytes.concat(new byte[] { 0, 1 }, Bytes.zeros(15), new byte[] { 0 }));
		file.segment(0xC4, Bytes.concat(new byte[] { 0x10, 1 }, Bytes.zeros(15), new byte[] { 0 }));
		file.segment(0xDD, new byte[] { 0, 1 }).segment(0xDA, new byte[] { 1, 1, 0, 0, 63, 0 });
		int blocks = width / 8 * (height / 8);
		for (int i = 0; i < blocks; i++) {
			file.u8(0x3F);
			if (i < blocks - 1) {
				file.u8(0xFF, 0xD0 + i % 8);
			}
		}
		return file.put(END).toArray();
	}

	private static byte[] cmyk(Integer transform) {
		WritableRaster raster = Raster.createInterleavedRaster(0, 480, 320, 4, null);
		for (int y = 0; y < 320; y++) {
			for (int x = 0; x < 480; x++) {
				raster.setPixel(x, y, new int[] { x / 2, y / 2, 128, 200 });
			}
		}
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(raster, null, null), null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		JpegFile file = JpegFile.read(bytes.toByteArray());
		return (transform == null) ? file.bytes() : inserted(file, adobe(transform));
	}

	private static byte[] filled(int count, int value) {
		byte[] bytes = new byte[count];
		Arrays.fill(bytes, (byte) value);
		return bytes;
	}

}
