package io.safelight.imaging.render;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads the first directory of a TIFF file (TIFF 6.0, §2) and makes sure that all its
 * picture's data are in the file. Further directories are only counted.
 */
final class TiffHeaderReader {

	private static final int MOST_ENTRIES = 1000;

	private static final int MOST_DIRECTORIES = 100;

	private static final int MOST_PIECES = 200_000;

	private static final int UNCOMPRESSED = 1;

	/** None, LZW, JPEG, deflate (both numbers), PackBits. */
	private static final Set<Long> COMPRESSIONS = Set.of(1L, 5L, 7L, 8L, 32946L, 32773L);

	private static final int[] METADATA = { 700, 33723, 34377 };

	private final Original original;

	private final PhotoLimits limits;

	private final ByteOrder order;

	private TiffHeaderReader(Original original, PhotoLimits limits) throws IOException {
		this.original = original;
		this.limits = limits;
		this.order = (original.bytesAt(0, 1)[0] == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
	}

	static PhotoHeader read(Original original, PhotoLimits limits) throws IOException, UnusablePhotoException {
		try {
			return new TiffHeaderReader(original, limits).read();
		}
		catch (EOFException ex) {
			throw Refusals.truncated(ex);
		}
	}

	private PhotoHeader read() throws IOException, UnusablePhotoException {
		Directory first = directory(offset(4));
		long width = first.number(256, 0);
		long height = first.number(257, 0);
		this.limits.checkDimensions(width, height);
		checkKind(first);
		this.limits.checkDepth(width, height, first.number(277, 1), first.number(258, 1));
		checkPieces(first, width, height);
		this.limits.checkProfile(first.bytes(34675));
		checkMetadata(first);
		checkNoOtherPicture(first);
		return new PhotoHeader(PhotoFormat.TIFF, (int) width, (int) height, (int) first.number(277, 1),
				(int) first.number(258, 1), 1, Orientation.of((int) first.number(274, 1)), null);
	}

	private static void checkKind(Directory first) throws IOException, UnusablePhotoException {
		long bits = first.number(258, 1);
		long samples = first.number(277, 1);
		long compression = first.number(259, UNCOMPRESSED);
		long sampleFormat = first.number(339, 1);
		boolean known = (bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16) && samples >= 1 && samples <= 5
				&& sampleFormat == 1 && COMPRESSIONS.contains(compression);
		if (!known) {
			throw Refusals.unsupported("The file is a TIFF of a rare kind (" + samples + " samples of " + bits
					+ " bits, compression " + compression + "). Export it with 8 or 16 bits and LZW.");
		}
	}

	/** Strips or tiles: all of each must lie within the file. */
	private void checkPieces(Directory first, long width, long height) throws IOException, UnusablePhotoException {
		boolean tiled = first.has(324);
		long[] offsets = first.numbers(tiled ? 324 : 273, MOST_PIECES);
		long[] counts = first.numbers(tiled ? 325 : 279, MOST_PIECES);
		if (offsets.length == 0) {
			throw Refusals.noPicture();
		}
		if (counts.length != offsets.length) {
			throw Refusals.damaged();
		}
		long all = 0;
		for (int i = 0; i < offsets.length; i++) {
			if (offsets[i] + counts[i] > this.original.length()) {
				throw Refusals.truncated();
			}
			all += counts[i];
		}
		long row = (width * first.number(258, 1) * first.number(277, 1) + 7) / 8;
		boolean plain = first.number(259, UNCOMPRESSED) == UNCOMPRESSED;
		if (all == 0 || (plain && all < row * height)) {
			throw Refusals.truncated();
		}
	}

	private void checkMetadata(Directory first) throws IOException, UnusablePhotoException {
		long bytes = 0;
		for (int tag : METADATA) {
			bytes += first.bytes(tag);
		}
		this.limits.checkMetadata(bytes);
	}

	/** A reduced copy of the same picture (bit 0 of tag 254) is no other picture. */
	private void checkNoOtherPicture(Directory first) throws IOException, UnusablePhotoException {
		Set<Long> seen = new HashSet<>(Set.of(offset(4)));
		for (long next = first.next; next != 0; next = directory(next).next) {
			if (!seen.add(next) || seen.size() > MOST_DIRECTORIES) {
				throw Refusals.damaged("The file's directories lead in a circle. Export it anew.");
			}
			if ((directory(next).number(254, 0) & 1) == 0) {
				throw Refusals.severalPictures();
			}
		}
	}

	private Directory directory(long position) throws IOException, UnusablePhotoException {
		int count = at(position, 2).getShort() & 0xFFFF;
		if (count == 0 || count > MOST_ENTRIES) {
			throw Refusals.damaged();
		}
		ByteBuffer bytes = at(position + 2, 12 * count + 4);
		Map<Integer, ByteBuffer> entries = new HashMap<>();
		for (int i = 0; i < count; i++) {
			ByteBuffer entry = bytes.slice(12 * i, 12).order(this.order);
			entries.putIfAbsent(entry.getShort(0) & 0xFFFF, entry);
		}
		return new Directory(entries, Integer.toUnsignedLong(bytes.getInt(12 * count)));
	}

	private long offset(long position) throws IOException {
		return Integer.toUnsignedLong(at(position, 4).getInt());
	}

	private ByteBuffer at(long position, int count) throws IOException {
		return ByteBuffer.wrap(this.original.bytesAt(position, count)).order(this.order);
	}

	private static int bytesOf(int type) {
		return switch (type) {
			case 1, 2, 6, 7 -> 1;
			case 3, 8 -> 2;
			case 4, 9, 11, 13 -> 4;
			default -> 8;
		};
	}

	/** The entries of a directory by their tags, and where the next directory is. */
	private final class Directory {

		private final Map<Integer, ByteBuffer> entries;

		private final long next;

		Directory(Map<Integer, ByteBuffer> entries, long next) {
			this.entries = entries;
			this.next = next;
		}

		boolean has(int tag) {
			return this.entries.containsKey(tag);
		}

		/** How many bytes the value of an entry has. */
		long bytes(int tag) {
			ByteBuffer entry = this.entries.get(tag);
			return (entry == null) ? 0 : bytesOf(entry.getShort(2)) * Integer.toUnsignedLong(entry.getInt(4));
		}

		/** The first number of an entry. */
		long number(int tag, long otherwise) throws IOException, UnusablePhotoException {
			long[] numbers = numbers(tag, MOST_PIECES);
			return (numbers.length == 0) ? otherwise : numbers[0];
		}

		long[] numbers(int tag, int most) throws IOException, UnusablePhotoException {
			ByteBuffer entry = this.entries.get(tag);
			if (entry == null) {
				return new long[0];
			}
			int size = bytesOf(entry.getShort(2));
			long count = Integer.toUnsignedLong(entry.getInt(4));
			if (count > most || size > 4) {
				throw Refusals.damaged();
			}
			boolean inside = size * count <= 4;
			ByteBuffer values = inside ? entry.slice(8, 4).order(TiffHeaderReader.this.order)
					: at(Integer.toUnsignedLong(entry.getInt(8)), (int) (size * count));
			long[] numbers = new long[(int) count];
			for (int i = 0; i < numbers.length; i++) {
				numbers[i] = switch (size) {
					case 1 -> values.get(i) & 0xFF;
					case 2 -> values.getShort(2 * i) & 0xFFFF;
					default -> Integer.toUnsignedLong(values.getInt(4 * i));
				};
			}
			return numbers;
		}

	}

}
