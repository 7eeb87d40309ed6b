package io.safelight.imaging.darkroom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.analysis.WeightedColour;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.RenditionFormat;
import io.safelight.imaging.render.RenditionSize;
import io.safelight.imaging.render.UnusablePhotoException.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FrameCodecTests {

	@Test
	void readsWhatItHasWritten() throws Exception {
		Development development = new Development(3, 2, List.of(new WeightedColour("1f4e79", 0.46)), "hash", "print",
				new PhotoQuality(62.4, 48.1, 51.7, 0.4, 1.3));
		List<Frame> frames = List.of(new Frame.Ready(), new Frame.Asking(5_000_000_000L),
				new Frame.Done(development, 7), new Frame.Refused(Reason.TRUNCATED, "The file ends."),
				new Frame.Failed("No space left on device"));
		for (Frame frame : frames) {
			assertThat(read(written(frame))).isEqualTo(frame);
		}
	}

	@Test
	void readsCopiesByteForByte() throws Exception {
		Rendition rendition = Rendition.of(RenditionSize.W800, RenditionFormat.WEBP, 800, 533, new byte[] { 1, 2, 3 });
		Rendition read = ((Frame.Copy) read(written(new Frame.Copy(rendition)))).rendition();
		assertThat(read.bytes()).isEqualTo(rendition.bytes());
		assertThat(read.sha256()).isEqualTo(rendition.sha256());
		assertThat(read.size()).isEqualTo(RenditionSize.W800);
		assertThat(read.format()).isEqualTo(RenditionFormat.WEBP);
		assertThat(read.width()).isEqualTo(800);
		assertThat(read.height()).isEqualTo(533);
	}

	@Test
	void reservesNoMemoryForACopyThatIsTooLargeToBeTrue() throws Exception {
		byte[] copy = written(
				new Frame.Copy(Rendition.of(RenditionSize.W800, RenditionFormat.WEBP, 800, 533, new byte[0])));
		ByteBuffer.wrap(copy).putInt(copy.length - 4, Integer.MAX_VALUE);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(copy)).withMessageContaining("at most");
		ByteBuffer.wrap(copy).putInt(copy.length - 4, -1);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(copy)).withMessageContaining("-1");
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(new byte[] { '?' }))
			.withMessageContaining("unknown");
	}

	@Test
	void noticesThatTheOtherEndIsGone() throws Exception {
		byte[] cut = written(new Frame.Asking(7));
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(java.util.Arrays.copyOf(cut, 5)));
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(new byte[0]));
	}

	private static byte[] written(Frame frame) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		FrameCodec.write(new DataOutputStream(bytes), frame);
		return bytes.toByteArray();
	}

	private static Frame read(byte[] bytes) throws IOException {
		return FrameCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
	}

}
