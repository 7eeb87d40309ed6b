package io.safelight.imaging.hostile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import io.safelight.imaging.render.Drawings;
import io.safelight.pictures.JpegFile;

import static io.safelight.imaging.hostile.HostileFile.harmless;
import static io.safelight.imaging.hostile.HostileFile.refused;

/**
 * Files of other kinds, noise, and good files with a few bytes changed; the same ones
 * each time.
 */
final class HostileNoise {

	private static final int VARIANTS = 12;

	private final List<HostileFile> files = new ArrayList<>();

	static List<HostileFile> all() {
		HostileNoise noise = new HostileNoise();
		noise.otherKinds();
		noise.fuzzed("JPEG", JpegFile.of(Drawings.landscape(480, 320)).bytes());
		noise.fuzzed("progressive JPEG", JpegFile.progressive(Drawings.landscape(480, 320)).bytes());
		noise.fuzzed("JPEG with EXIF", JpegFile.of(Drawings.landscape(480, 320)).withExif(6).bytes());
		noise.fuzzed("PNG", HostilePngs.good());
		noise.fuzzed("TIFF", HostileTiffs.good());
		noise.fuzzed("WebP", HostileWebps.good(480, 320));
		return noise.files;
	}

	static byte[] bytes(int count) {
		byte[] bytes = new byte[count];
		new Random(7).nextBytes(bytes);
		return bytes;
	}

	private void otherKinds() {
		refuse("GIF", gif());
		refuse("animated GIF", Bytes.concat(gif(), gif()));
		refuse("SVG that loads a file",
				Bytes.ascii("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"));
		refuse("XML bomb", Bytes.ascii("<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><svg>&b;</svg>"));
		refuse("HEIC", new Bytes().be32(24).put("ftypheic").put(Bytes.zeros(12)).toArray());
		refuse("AVIF", new Bytes().be32(24).put("ftypavif").put(Bytes.zeros(12)).toArray());
		refuse("BMP", new Bytes().put("BM").le32(1 << 30).put(Bytes.zeros(60)).toArray());
		refuse("Postscript", Bytes.ascii("%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (r) file"));
		refuse("ImageMagick's script", Bytes.ascii("push graphic-context\nfill 'url(https://127.0.0.1/\"|id\")'"));
		refuse("an executable", Bytes.concat(Bytes.ascii("\177ELF"), bytes(500)));
		refuse("noise", bytes(100_000));
		refuse("one byte", new byte[] { -1 });
	}

	private void refuse(String name, byte[] bytes) {
		this.files.add(refused(name, bytes, "unsupported-type"));
	}

	/** Half of the changes fall into the first part, where headers are. */
	private void fuzzed(String kind, byte[] good) {
		Random random = new Random(42);
		for (int variant = 1; variant <= VARIANTS; variant++) {
			byte[] bytes = good.clone();
			for (int i = 0; i <= random.nextInt(20); i++) {
				int reach = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 700);
				bytes[random.nextInt(8, Math.max(9, reach))] = (byte) random.nextInt();
			}
			this.files.add(harmless("fuzzed " + kind + " " + variant, bytes));
		}
	}

	private static byte[] gif() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_BYTE_INDEXED);
		try {
			ImageIO.write(image, "gif", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
