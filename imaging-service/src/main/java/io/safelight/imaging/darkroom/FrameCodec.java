package io.safelight.imaging.darkroom;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.analysis.WeightedColour;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.RenditionFormat;
import io.safelight.imaging.render.RenditionSize;
import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * Writes and reads what goes through a worker's pipes: a byte for the kind, then the
 * fields in the order of the record, as {@link java.io.DataOutput} writes them. Whoever
 * reads trusts the other end with nothing: a worker may have been taken over by the file
 * that it decoded.
 */
final class FrameCodec {

	/** More than any copy of a photograph of 100 megapixels has. */
	private static final int MOST_BYTES = 400_000_000;

	private static final int MOST_COLOURS = 64;

	private FrameCodec() {
	}

	static void write(DataOutputStream out, Frame frame) throws IOException {
		switch (frame) {
			case Frame.Ready _ -> out.writeByte('R');
			case Frame.Asking asking -> {
				out.writeByte('A');
				out.writeLong(asking.pixels());
			}
			case Frame.Copy copy -> writeCopy(out, copy.rendition());
			case Frame.Done done -> writeDone(out, done);
			case Frame.Refused refused -> {
				out.writeByte('U');
				out.writeUTF(refused.reason().code());
				out.writeUTF(refused.message());
			}
			case Frame.Failed failed -> {
				out.writeByte('F');
				out.writeUTF(failed.message());
			}
		}
		out.flush();
	}

	private static void writeCopy(DataOutputStream out, Rendition rendition) throws IOException {
		out.writeByte('C');
		out.writeUTF(rendition.size().label());
		out.writeUTF(rendition.format().extension());
		out.writeInt(rendition.width());
		out.writeInt(rendition.height());
		out.writeInt(rendition.bytes().length);
		out.write(rendition.bytes());
	}

	private static void writeDone(DataOutputStream out, Frame.Done done) throws IOException {
		Development development = done.development();
		out.writeByte('D');
		out.writeInt(development.width());
		out.writeInt(development.height());
		out.writeByte(development.colours().size());
		for (WeightedColour colour : development.colours()) {
			out.writeUTF(colour.hex());
			out.writeDouble(colour.weight());
		}
		out.writeUTF(development.placeholder());
		out.writeUTF(development.fingerprint());
		writeQuality(out, development.quality());
		out.writeLong(done.residentBytes());
	}

	private static void writeQuality(DataOutputStream out, PhotoQuality quality) throws IOException {
		out.writeDouble(quality.sharpness());
		out.writeDouble(quality.brightness());
		out.writeDouble(quality.contrast());
		out.writeDouble(quality.clipped());
		out.writeDouble(quality.noise());
	}

	/**
	 * Reads what comes next.
	 * @throws java.io.EOFException if the other end is gone
	 * @throws IOException if it makes no sense
	 */
	static Frame read(DataInputStream in) throws IOException {
		int kind = in.readUnsignedByte();
		return switch (kind) {
			case 'R' -> new Frame.Ready();
			case 'A' -> new Frame.Asking(in.readLong());
			case 'C' -> readCopy(in);
			case 'D' -> readDone(in);
			case 'U' -> new Frame.Refused(reason(in.readUTF()), in.readUTF());
			case 'F' -> new Frame.Failed(in.readUTF());
			default -> throw new IOException("The worker said something unknown: " + kind);
		};
	}

	private static Frame.Copy readCopy(DataInputStream in) throws IOException {
		RenditionSize size = size(in.readUTF());
		RenditionFormat format = format(in.readUTF());
		int width = in.readInt();
		int height = in.readInt();
		byte[] bytes = new byte[within(in.readInt(), MOST_BYTES)];
		in.readFully(bytes);
		return new Frame.Copy(Rendition.of(size, format, width, height, bytes));
	}

	private static Frame.Done readDone(DataInputStream in) throws IOException {
		int width = in.readInt();
		int height = in.readInt();
		int count = within(in.readByte(), MOST_COLOURS);
		List<WeightedColour> colours = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			colours.add(new WeightedColour(in.readUTF(), in.readDouble()));
		}
		Development development = new Development(width, height, colours, in.readUTF(), in.readUTF(), readQuality(in));
		return new Frame.Done(development, in.readLong());
	}

	private static PhotoQuality readQuality(DataInputStream in) throws IOException {
		return new PhotoQuality(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
	}

	static RenditionSize size(String label) throws IOException {
		for (RenditionSize size : RenditionSize.values()) {
			if (size.label().equals(label)) {
				return size;
			}
		}
		throw new IOException("There is no size '" + label + "'");
	}

	private static RenditionFormat format(String extension) throws IOException {
		for (RenditionFormat format : RenditionFormat.values()) {
			if (format.extension().equals(extension)) {
				return format;
			}
		}
		throw new IOException("There is no format '" + extension + "'");
	}

	private static Reason reason(String code) throws IOException {
		for (Reason reason : Reason.values()) {
			if (reason.code().equals(code)) {
				return reason;
			}
		}
		throw new IOException("There is no reason '" + code + "'");
	}

	static int within(int value, int most) throws IOException {
		if (value < 0 || value > most) {
			throw new IOException("The other end announces " + value + ", at most " + most + " are accepted");
		}
		return value;
	}

}
