package io.safelight.messaging.test;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import io.safelight.messaging.Envelope;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Neighbours and visitors against the local cloud.
 */
@LocalCloudTest
class NeighboursIntegrationTests {

	private final String topic = "safelight-it-" + UUID.randomUUID();

	@Test
	void hearsEverythingThatIsSaidAsOftenAsItIsSaid(LocalCloud cloud) {
		try (SnsClient sns = SnsClient.create(); SqsAsyncClient sqs = SqsAsyncClient.create()) {
			Neighbours neighbours = Neighbours.hearing(sns, sqs, this.topic);
			Envelope said = neighbours.say(this.topic,
					Neighbours.envelope("safelight.it", "it-happened.v1", "one", 1, Map.of("n", 1)));
			neighbours.say(this.topic, said);
			neighbours.say(this.topic, Neighbours.envelope("safelight.it", "it-happened.v1", "two", 1, Map.of()));
			assertThat(neighbours.hear("it-happened.v1", "one", 2)).hasSize(2).allMatch(said::equals);
			assertThat(neighbours.hear("it-happened.v1", "two").data().isEmpty()).isTrue();
			assertThat(neighbours.heard(Neighbours.about("it-failed.v1", "one"))).isEmpty();
		}
	}

	@Test
	void signsDemoUsersIn(LocalCloud cloud) {
		int port = cloud.issuer().map(URI::getPort).orElseThrow();
		assertThat(header(Visitor.named("ana", port))).startsWith("Bearer ")
			.isEqualTo(header(Visitor.named("ana", port)))
			.isNotEqualTo(header(Visitor.named("ben", port)))
			.isNotEqualTo(header(Visitor.named("ana", port, "audience=other")));
		assertThat(header(Visitor.anonymous(port))).isEmpty();
	}

	@Test
	void tellsAnAnswerWhole(LocalCloud cloud) {
		Visitor stranger = Visitor.anonymous(cloud.endpoint().getPort());
		Answer answer = stranger.get("/_safelight/health", "Accept", "application/json");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.toString()).startsWith("200 " + answer.header("content-type")).endsWith(answer.text());
		assertThat(answer.json().isObject()).isTrue();
		assertThat(answer.code()).isEmpty();
	}

	private static String header(Visitor visitor) {
		return visitor.request("/").build().headers().firstValue("Authorization").orElse("");
	}

}
