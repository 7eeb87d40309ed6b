package io.safelight.purchase.link;

import java.time.Instant;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UlidTests {

	@Test
	void writesTimeAndBytesInCrockfordsBase32() {
		assertThat(Ulid.of(Instant.ofEpochMilli(1_469_918_176_385L), new byte[10]))
			.isEqualTo("01ARYZ6S410000000000000000");
		assertThat(Ulid.of(Instant.EPOCH, HexFormat.of().parseHex("ffffffffffffffffffff")))
			.isEqualTo("0000000000ZZZZZZZZZZZZZZZZ");
		assertThat(Ulid.of(Instant.EPOCH, HexFormat.of().parseHex("00000000010000000020")))
			.isEqualTo("00000000000000000100000010");
	}

	@Test
	void sortsByTime() {
		Instant time = Instant.parse("2026-11-22T10:15:30.123Z");
		byte[] high = HexFormat.of().parseHex("ffffffffffffffffffff");
		assertThat(Ulid.of(time, high)).isLessThan(Ulid.of(time.plusMillis(1), new byte[10]));
	}

	@Test
	void isRecognised() {
		assertThat(Ulid.isUlid("01JD8Y3W8K3D9P0RS5T6V7W8X9")).isTrue();
		assertThat(Ulid.isUlid("81JD8Y3W8K3D9P0RS5T6V7W8X9")).isFalse();
		assertThat(Ulid.isUlid("01JD8Y3W8K3D9P0RS5T6V7W8X")).isFalse();
		assertThat(Ulid.isUlid("01JD8Y3W8K3D9P0RS5T6V7W8XI")).isFalse();
		assertThat(Ulid.isUlid("../../etc/passwd")).isFalse();
	}

	@Test
	void needsTenBytes() {
		assertThatIllegalArgumentException().isThrownBy(() -> Ulid.of(Instant.EPOCH, new byte[9]));
	}

}
