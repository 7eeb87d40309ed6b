package io.safelight.messaging.envelope;

import java.time.Instant;
import java.util.List;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.UnprocessableMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EnvelopeJsonTests {

	record Photo(String photoId, int width) {
	}

	private static Envelope envelope(Object data) {
		return new Envelope(
				"c3a6b1d2-7e88-4f4f-9c11-6d5e4f3a2b1c", new MessageType("photo-uploaded.v1"), "safelight.upload",
				Instant.parse("2026-11-22T10:15:30.123Z"), List.of("arn:aws:s3:::bucket/key"), new Metadata("p1", 3,
						"corr", "cause", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "ana"),
				EnvelopeJson.data(data));
	}

	@Test
	void readsWhatItWrites() {
		Envelope envelope = envelope(new Photo("p1", 800));
		assertThat(EnvelopeJson.read(EnvelopeJson.write(envelope))).isEqualTo(envelope);
	}

	@Test
	void hasTheShapeOfAnEventBridgeEvent() {
		assertThat(EnvelopeJson.write(envelope(new Photo("p1", 800)))).contains("\"version\":\"0\"",
				"\"detail-type\":\"photo-uploaded.v1\"", "\"source\":\"safelight.upload\"",
				"\"detail\":{\"metadata\":{", "\"data\":{\"photoId\":\"p1\",\"width\":800}");
	}

	@Test
	void readsDataIgnoringFieldsThatAreNotWanted() {
		record Wanted(String photoId) {
		}
		assertThat(EnvelopeJson.read(EnvelopeJson.data(new Photo("p1", 800)), Wanted.class))
			.isEqualTo(new Wanted("p1"));
	}

	@Test
	void refusesToSendMoreThan64KiB() {
		record Large(String text) {
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> EnvelopeJson.write(envelope(new Large("x".repeat(65536)))))
			.withMessageContaining("photo-uploaded.v1")
			.withMessageContaining("65536");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			not json at all                                   | no JSON
			[1]                                               | no object
			{}                                                | 'id'
			{"id":"1","detail-type":"Photo"}                  | message type
			{"id":"1","detail-type":"a-b.v1","source":"s","time":"soon"} | ISO-8601
			""")
	void saysWhatIsWrongWithWhatItCannotRead(String body, String reason) {
		assertThatExceptionOfType(UnprocessableMessageException.class).isThrownBy(() -> EnvelopeJson.read(body))
			.withMessageContaining(reason);
	}

	@Test
	void doesNotRepeatPeoplesDataWhenDataDoesNotFit() {
		record Numbers(int width) {
		}
		record Texts(String width) {
		}
		assertThatExceptionOfType(UnprocessableMessageException.class)
			.isThrownBy(() -> EnvelopeJson.read(EnvelopeJson.data(new Texts("ana@example.test")), Numbers.class))
			.withMessageContaining("no Numbers");
	}

}
