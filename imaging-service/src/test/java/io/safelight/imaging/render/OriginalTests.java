package io.safelight.imaging.render;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.File;
import java.util.Random;

import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OriginalTests {

	private final byte[] bytes = new byte[200_000];

	OriginalTests() {
		new Random(7).nextBytes(this.bytes);
	}

	@Test
	void knowsItsLengthAndHash() throws Exception {
		try (Original original = received()) {
			assertThat(original.length()).isEqualTo(this.bytes.length);
			assertThat(original.sha256()).isEqualTo(Sha256.hex(this.bytes));
		}
	}

	@Test
	void leavesNothingBehindEvenWhileItIsOpen() throws Exception {
		try (Original _ = received()) {
			File[] left = new File(System.getProperty("java.io.tmpdir"))
				.listFiles((directory, name) -> name.startsWith("safelight-original"));
			assertThat(left).filteredOn((file) -> file.length() == this.bytes.length).isEmpty();
		}
	}

	@Test
	void letsTwoReadersReadInTurn() throws Exception {
		try (Original original = received()) {
			ImageInputStream one = original.open();
			ImageInputStream other = original.open();
			one.seek(150_000);
			assertThat(one.readByte()).isEqualTo(this.bytes[150_000]);
			assertThat(other.readByte()).isEqualTo(this.bytes[0]);
			one.seek(10);
			assertThat(one.readByte()).isEqualTo(this.bytes[10]);
			other.close();
			assertThat(one.readByte()).isEqualTo(this.bytes[11]);
		}
	}

	@Test
	void readsAllBytesInOrder() throws Exception {
		try (Original original = received()) {
			byte[] read = new byte[this.bytes.length];
			ImageInputStream in = original.open();
			in.readFully(read);
			assertThat(read).isEqualTo(this.bytes);
			assertThat(in.read()).isEqualTo(-1);
			assertThat(in.length()).isEqualTo(this.bytes.length);
		}
	}

	@Test
	void refusesToReadBeyondItsEnd() throws Exception {
		try (Original original = received()) {
			assertThatExceptionOfType(EOFException.class).isThrownBy(() -> original.bytesAt(199_999, 2));
		}
	}

	private Original received() throws Exception {
		return Original.receive(new ByteArrayInputStream(this.bytes), 1_000_000);
	}

}
