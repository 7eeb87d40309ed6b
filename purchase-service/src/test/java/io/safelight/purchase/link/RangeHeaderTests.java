package io.safelight.purchase.link;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RangeHeaderTests {

	@ParameterizedTest
	@CsvSource({ "bytes=0-0,0,1", "bytes=0-99,0,100", "bytes=10-,10,100", "bytes=10-19,10,20", "bytes=90-500,90,100",
			"bytes=-1,99,100", "bytes=-500,0,100" })
	void asksForOnePart(String header, long from, long to) {
		assertThat(RangeHeader.of(header, 100)).isEqualTo(new RangeHeader.Part(new ByteRange(from, to)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=100-", "bytes=100-200", "bytes=-0", "bytes=0-1,5-6", "bytes=0-0,-1" })
	void cannotHaveWhatIsNotThereOrSeveralParts(String header) {
		assertThat(RangeHeader.of(header, 100)).isEqualTo(new RangeHeader.Unsatisfiable());
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=-", "bytes=a-b", "items=0-1", "bytes=5-2", "bytes", "bytes=99999999999999999999-" })
	void ignoresWhatItDoesNotUnderstand(String header) {
		assertThat(RangeHeader.of(header, 100)).isEqualTo(new RangeHeader.Whole());
	}

	@Test
	void isForTheWholeFileWhenThereIsNone() {
		assertThat(RangeHeader.of(null, 100)).isEqualTo(new RangeHeader.Whole());
	}

}
