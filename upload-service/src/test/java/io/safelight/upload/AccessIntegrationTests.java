package io.safelight.upload;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what: nobody without a token, only photographers, and only with their own.
 */
@UploadServiceTest
class AccessIntegrationTests {

	@LocalServerPort
	private int port;

	@Test
	void asksStrangersToSignIn() {
		assertThat(everything(Visitor.anonymous(this.port), "x")).extracting(Answer::status).containsOnly(401);
	}

	@Test
	void refusesAnExpiredToken() {
		Visitor late = Visitor.named("ana", this.port, "lifetime_seconds=-120");
		assertThat(everything(late, "x")).extracting(Answer::status).containsOnly(401);
	}

	@Test
	void refusesATokenForSomebodyElsesService() {
		Visitor other = Visitor.named("ana", this.port, "audience=another");
		assertThat(everything(other, "x")).extracting(Answer::status).containsOnly(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ben", "mia" })
	void refusesThoseWhoAreNoPhotographers(String user) {
		assertThat(everything(Visitor.named(user, this.port), "x")).extracting(Answer::status).containsOnly(403);
	}

	@Test
	void doesNotEvenSayThatSomebodyElsesUploadExists() {
		byte[] file = UploadServiceIntegrationTests.small();
		Visitor ana = Visitor.named("ana", this.port);
		String path = Photographer.put(ana, Photographer.announcement(file, "image/jpeg"), file);
		Visitor paul = Visitor.named("paul", this.port);
		assertThat(onOne(paul, path)).extracting(Answer::status).containsOnly(404);
		assertThat(paul.get("/v1/uploads?per_page=100").text()).doesNotContain(path.substring("/v1/uploads/".length()));
		assertThat(ana.get(path).field("state")).isEqualTo("OPEN");
		assertThat(ana.post(path + "/complete").status()).isEqualTo(202);
	}

	private static List<Answer> everything(Visitor who, String id) {
		Map<String, Object> announcement = Photographer.announcement(new byte[3], "image/jpeg");
		return Stream.concat(
				Stream.of(who.post("/v1/uploads", announcement), who.get("/v1/uploads"),
						who.post("/v1/uploads/check", Map.of("assets", List.of()))),
				onOne(who, "/v1/uploads/" + id).stream())
			.toList();
	}

	private static List<Answer> onOne(Visitor who, String path) {
		return List.of(who.get(path), who.post(path + "/parts", Map.of("numbers", List.of(1))),
				who.post(path + "/complete"), who.delete(path));
	}

}
