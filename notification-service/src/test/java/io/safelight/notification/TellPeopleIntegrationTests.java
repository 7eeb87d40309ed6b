package io.safelight.notification;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.notification.mail.MailFaults;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationTest
class TellPeopleIntegrationTests {

	private static final String INBOX = "safelight-notification-inbox";

	private static final String EMAILS = "safelight-notification-emails";

	private static final String MESSAGES = "safelight-notification-messages";

	private final Cloud cloud;

	private final String user = "user-" + UUID.randomUUID();

	private final String address = this.user + "@example.test";

	TellPeopleIntegrationTests(@Autowired Cloud cloud) {
		this.cloud = cloud;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			photo-published.v1    | safelight-publication-events | contributorId | is on sale             | /photos/
			photo-rejected.v1     | safelight-publication-events | contributorId | was not accepted       | /uploads/
			publication-failed.v1 | safelight-publication-events | contributorId | could not be published | /uploads/
			upload-abandoned.v1   | safelight-upload-events      | contributorId | was not finished       | /uploads/
			purchase-ready.v1     | safelight-purchase-events    | buyerId       | is ready for you       | /purchases/
			""")
	void tellsInTheInboxAndByMail(String type, String topic, String whose, String title, String page) {
		this.cloud.learnAddress(this.user, this.address);
		this.cloud.say(topic, Cloud.sample(type, (data) -> data.put(whose, this.user).put("email", this.address)));
		eventually().untilAsserted(() -> assertThat(this.cloud.mails(this.address)).hasSize(1));
		JsonNode mail = this.cloud.mails(this.address).getFirst();
		assertThat(mail.path("from").asString()).isEqualTo("Safelight <no-reply@safelight.example>");
		assertThat(mail.path("subject").asString()).contains(title);
		assertThat(mail.path("text").asString()).contains("http://127.0.0.1:8080" + page);
		assertThat(mail.path("html").asString()).contains("href=\"http://127.0.0.1:8080" + page);
		assertThat(this.cloud.rows(INBOX, "userId", this.user)).hasSize(1);
	}

	@Test
	void tellsTheSameMessageOnceHoweverOftenItComes() {
		this.cloud.learnAddress(this.user, this.address);
		Envelope message = Cloud.sample("photo-published.v1",
				(data) -> data.put("contributorId", this.user).put("title", "Sunset"));
		for (int i = 0; i < 4; i++) {
			this.cloud.say("safelight-publication-events", message);
		}
		this.cloud.publishPhoto(this.user, "Another");
		eventually()
			.untilAsserted(() -> assertThat(subjects()).contains("“Sunset” is on sale", "“Another” is on sale"));
		stays(Duration.ofSeconds(3)).untilAsserted(() -> {
			assertThat(this.cloud.mails(this.address)).hasSize(2);
			assertThat(this.cloud.rows(INBOX, "userId", this.user)).hasSize(2);
		});
	}

	@Test
	void waitsForTheAddressOfAnOrder() {
		this.cloud.say("safelight-purchase-events",
				Cloud.sample("purchase-ready.v1", (data) -> data.put("buyerId", this.user)));
		eventually().untilAsserted(() -> assertThat(this.cloud.rows(EMAILS, "userId", this.user)).hasSize(1));
		assertThat(this.cloud.mails(this.address)).isEmpty();
		this.cloud.say("safelight-purchase-events",
				Cloud.sample("order-paid.v1", (data) -> data.put("buyerId", this.user).put("email", this.address)));
		eventually().untilAsserted(() -> assertThat(this.cloud.mails(this.address)).hasSize(1));
	}

	@Test
	void learnsTheAddressOfAFirstUploadThatFails() {
		this.cloud.say("safelight-upload-events", Cloud.sample("upload-abandoned.v1",
				(data) -> data.put("contributorId", this.user).put("email", this.address)));
		eventually().untilAsserted(() -> assertThat(this.cloud.mails(this.address)).hasSize(1));
	}

	@Test
	void saysThatSomebodyCouldNotBeToldWhoseAddressNeverBecameKnown() {
		this.cloud.publishPhoto(this.user, "Sunset");
		eventually().untilAsserted(() -> assertThat(failures()).singleElement()
			.asString()
			.contains("\"about\":\"photo-published\"", "No address is known."));
		assertThat(this.cloud.rows(INBOX, "userId", this.user)).hasSize(1);
	}

	@Test
	void saysThatSomebodyCouldNotBeToldWhoseAddressIsRefused() {
		this.cloud.learnAddress(this.user, "no address at all");
		this.cloud.publishPhoto(this.user, "Sunset");
		eventually().untilAsserted(() -> assertThat(failures()).singleElement()
			.asString()
			.contains("refused as invalid")
			.doesNotContain("no address at all"));
	}

	@Test
	void sendsAMailTwiceAtMostWhenItDiesBetweenSendingAndMarking() {
		String unlucky = MailFaults.DIES_AFTER_SENDING + this.address;
		this.cloud.learnAddress(this.user, unlucky);
		this.cloud.publishPhoto(this.user, "Sunset");
		eventually().untilAsserted(() -> assertThat(this.cloud.mails(unlucky)).hasSize(2));
		stays(Duration.ofSeconds(4)).untilAsserted(() -> assertThat(this.cloud.mails(unlucky)).hasSize(2));
		assertThat(this.cloud.rows(EMAILS, "userId", this.user)).singleElement()
			.satisfies((row) -> assertThat(row).doesNotContainKey("work"));
	}

	@Test
	void letsNoTitleBecomeMarkup() {
		this.cloud.learnAddress(this.user, this.address);
		this.cloud.publishPhoto(this.user, "<script>alert('x')</script>\r\nBcc: eve@example.test");
		eventually().untilAsserted(() -> assertThat(this.cloud.mails(this.address)).hasSize(1));
		JsonNode mail = this.cloud.mails(this.address).getFirst();
		assertThat(mail.path("html").asString()).doesNotContain("<script>").contains("&lt;script&gt;");
		assertThat(mail.path("subject").asString()).doesNotContain("\n", "\r");
		assertThat(this.cloud.mails("eve@example.test")).isEmpty();
	}

	@Test
	void parksWhatNobodyCanRead() {
		String marker = "no JSON " + UUID.randomUUID();
		this.cloud.putIntoTheQueue(marker);
		this.cloud.putIntoTheQueue(EnvelopeJson.write(Cloud.sample("photo-published.v1", (data) -> {
			data.removeAll();
			data.put("photoId", this.user);
		})));
		eventually().untilAsserted(() -> {
			assertThat(this.cloud.rows(MESSAGES, "body", marker)).hasSize(1);
			assertThat(this.cloud.rows(MESSAGES, "body", this.user)).hasSize(1);
		});
		this.cloud.learnAddress(this.user, this.address);
		this.cloud.publishPhoto(this.user, "Sunset");
		eventually().untilAsserted(() -> assertThat(this.cloud.mails(this.address)).hasSize(1));
	}

	private List<String> subjects() {
		return this.cloud.mails(this.address).stream().map((mail) -> mail.path("subject").asString()).toList();
	}

	/** What was said of this user, and accepted by the topic. */
	private List<String> failures() {
		return this.cloud.rows(MESSAGES, "body", this.user)
			.stream()
			.filter((row) -> row.containsKey("sentAt"))
			.map((row) -> Objects.requireNonNull(row.get("body")).s())
			.filter((body) -> body.contains("\"notification-failed.v1\""))
			.toList();
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200));
	}

	private static ConditionFactory stays(Duration time) {
		return Awaitility.await().during(time).atMost(time.plusSeconds(5)).pollInterval(Duration.ofMillis(500));
	}

}
