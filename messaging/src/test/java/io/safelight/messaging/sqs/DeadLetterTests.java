package io.safelight.messaging.sqs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLetterTests {

	@Test
	void takesTheMessageOutOfANotification() {
		assertThat(DeadLetter.message("""
				{"Type":"Notification","MessageId":"1","TopicArn":"arn:aws:sns:us-east-1:000000000000:t",\
				"Message":"{\\"id\\":\\"m1\\"}","Timestamp":"2026-11-22T10:15:30Z"}""")).isEqualTo("{\"id\":\"m1\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"m1\"}", "{oops", "", "[1]", "null", "{\"Type\":\"Notification\"}",
			"{\"Type\":\"Notification\",\"TopicArn\":\"t\",\"Message\":1}" })
	void leavesEverythingElseAsItIs(String text) {
		assertThat(DeadLetter.message(text)).isEqualTo(text);
	}

}
