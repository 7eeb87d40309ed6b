package io.safelight.purchase.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class SliceOutputStreamTests {

	@Test
	void letsTheSliceThroughHoweverItIsWritten() throws IOException {
		byte[] file = new byte[1_000];
		Random random = new Random(17);
		random.nextBytes(file);
		for (int round = 0; round < 500; round++) {
			int from = random.nextInt(1_000);
			int to = from + 1 + random.nextInt(1_000 - from);
			ByteArrayOutputStream client = new ByteArrayOutputStream();
			SliceOutputStream slice = new SliceOutputStream(client, new ByteRange(from, to));
			write(file, slice, random);
			assertThat(client.toByteArray()).isEqualTo(Arrays.copyOfRange(file, from, to));
			assertThat(slice.isThrough()).isTrue();
			assertThat(slice.sent()).isEqualTo(new ByteRange(from, to));
		}
	}

	private static void write(byte[] file, OutputStream out, Random random) throws IOException {
		for (int done = 0; done < file.length;) {
			int now = Math.min(file.length - done, 1 + random.nextInt(300));
			out.write(file, done, now);
			done += now;
		}
	}

	@Test
	void doesNotCountWhatTheClientDidNotTake() throws IOException {
		OutputStream gone = new OutputStream() {

			private int taken;

			@Override
			public void write(int value) throws IOException {
				if (++this.taken > 100) {
					throw new IOException("gone");
				}
			}

		};
		SliceOutputStream slice = new SliceOutputStream(gone, new ByteRange(0, 1_000));
		slice.write(new byte[100]);
		assertThatIOException().isThrownBy(() -> slice.write(new byte[100]));
		assertThat(slice.sent()).isEqualTo(new ByteRange(0, 100));
		assertThat(slice.isThrough()).isFalse();
	}

}
