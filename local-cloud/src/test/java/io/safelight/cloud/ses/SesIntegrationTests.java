package io.safelight.cloud.ses;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

import io.safelight.cloud.CloudOfTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SesIntegrationTests {

	private static final SesV2Client ses = CloudOfTests
		.client(SesV2Client.builder().httpClient(UrlConnectionHttpClient.create()));

	private static final SesClient version1 = CloudOfTests
		.client(SesClient.builder().httpClient(UrlConnectionHttpClient.create()));

	private final String recipient = UUID.randomUUID() + "@example.com";

	@AfterAll
	static void close() {
		ses.close();
		version1.close();
	}

	@Test
	void showsAMailToWhoeverLooks() throws IOException, InterruptedException {
		SendEmailResponse sent = send("Your photo is published", "It is für sale now.");
		JsonNode mails = JsonMapper.shared().readTree(look("/_safelight/mails?to=" + this.recipient));
		assertThat(mails.size()).isEqualTo(1);
		JsonNode mail = mails.get(0);
		assertThat(mail.path("id").asString()).isEqualTo(sent.messageId());
		assertThat(mail.path("from").asString()).isEqualTo("Safelight <no-reply@example.com>");
		assertThat(mail.path("to").get(0).asString()).isEqualTo(this.recipient);
		assertThat(mail.path("subject").asString()).isEqualTo("Your photo is published");
		assertThat(mail.path("text").asString()).isEqualTo("It is für sale now.");
		assertThat(mail.path("html").isNull()).isTrue();
		assertThat(mail.path("time").asString()).endsWith("Z");
	}

	@Test
	void showsMailsAsAPage() throws IOException, InterruptedException {
		send("<b>Bold</b>", "text");
		assertThat(look("/_safelight/mails.html?to=" + this.recipient)).contains("&lt;b&gt;Bold&lt;/b&gt;")
			.doesNotContain("<b>");
	}

	@Test
	void readsRawMails() throws IOException, InterruptedException {
		String message = "From: no-reply@example.com\r\nTo: %s\r\nSubject: Raw\r\n\r\nHello".formatted(this.recipient);
		ses.sendEmail((request) -> request
			.content((content) -> content.raw((raw) -> raw.data(SdkBytes.fromUtf8String(message)))));
		assertThat(look("/_safelight/mails?to=" + this.recipient)).contains("\"subject\":\"Raw\"");
	}

	@Test
	void takesMailsOfVersion1() throws IOException, InterruptedException {
		String id = version1
			.sendEmail((request) -> request.source("no-reply@example.com")
				.destination((to) -> to.toAddresses("ana@example.com", this.recipient))
				.message((message) -> message.subject((subject) -> subject.data("One & two"))
					.body((body) -> body.html((html) -> html.data("<p>Hi</p>")))))
			.messageId();
		assertThat(look("/_safelight/mails?to=" + this.recipient)).contains(id, "One & two");
		assertThatExceptionOfType(SesException.class)
			.isThrownBy(() -> version1.sendEmail((request) -> request.source("nobody")
				.destination((to) -> to.toAddresses(this.recipient))
				.message((message) -> message.subject((subject) -> subject.data("s"))
					.body((body) -> body.text((text) -> text.data("t"))))))
			.satisfies((error) -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue"));
	}

	@Test
	void refusesWhatAwsRefuses() {
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> ses.sendEmail((request) -> request.fromEmailAddress("no-reply")
				.destination((to) -> to.toAddresses(this.recipient))
				.content((content) -> content.simple((mail) -> mail.subject((subject) -> subject.data("s"))
					.body((body) -> body.text((text) -> text.data("t")))))))
			.withMessageContaining("Missing final '@domain'");
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> ses.sendEmail((request) -> request.fromEmailAddress("no-reply@example.com")
				.destination((to) -> to.toAddresses(this.recipient))
				.content((content) -> content.template((template) -> template.templateName("none")))));
	}

	private SendEmailResponse send(String subjectLine, String words) {
		return ses.sendEmail((request) -> request.fromEmailAddress("Safelight <no-reply@example.com>")
			.destination((to) -> to.toAddresses(this.recipient))
			.content((content) -> content.simple((mail) -> mail.subject((subject) -> subject.data(subjectLine))
				.body((body) -> body.text((text) -> text.data(words))))));
	}

	private static String look(String path) throws IOException, InterruptedException {
		URI address = URI.create(CloudOfTests.endpoint() + path);
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(HttpRequest.newBuilder(address).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).isEqualTo(200);
			return response.body();
		}
	}

}
