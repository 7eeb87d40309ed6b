package io.safelight.upload;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.safelight.upload.Photographer.Answer;
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
		assertThat(everything(Photographer.anonymous(this.port), "x")).extracting(Answer::status).containsOnly(401);
	}

	@Test
	void refusesAnExpiredToken() {
		Photographer late = Photographer.named("ana", this.port, "&lifetime_seconds=-120");
		assertThat(everything(late, "x")).extracting(Answer::status).containsOnly(401);
	}

	@Test
	void refusesATokenForSomebodyElsesService() {
		Photographer other = Photographer.named("ana", this.port, "&audience=another");
		assertThat(everything(other, "x")).extracting(Answer::status).containsOnly(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ben", "mia" })
	void refusesThoseWhoAreNoPhotographers(String user) {
		assertThat(everything(Photographer.named(user, this.port), "x")).extracting(Answer::status).containsOnly(403);
	}

	@Test
	void doesNotEvenSayThatSomebodyElsesUploadExists() {
		byte[] file = UploadServiceIntegrationTests.small();
		Photographer ana = Photographer.named("ana", this.port);
		String path = ana.put(Photographer.announcement(file, "image/jpeg"), file);
		Photographer paul = Photographer.named("paul", this.port);
		assertThat(onOne(paul, path)).extracting(Answer::status).containsOnly(404);
		assertThat(paul.get("/v1/uploads?per_page=100").text()).doesNotContain(path.substring("/v1/uploads/".length()));
		assertThat(ana.get(path).body().path("state").asString()).isEqualTo("OPEN");
		assertThat(ana.post(path + "/complete").status()).isEqualTo(202);
	}

	private static List<Answer> everything(Photographer who, String id) {
		Map<String, Object> announcement = Photographer.announcement(new byte[3], "image/jpeg");
		return Stream.concat(
				Stream.of(who.post("/v1/uploads", announcement), who.get("/v1/uploads"),
						who.post("/v1/uploads/check", Map.of("assets", List.of()))),
				onOne(who, "/v1/uploads/" + id).stream())
			.toList();
	}

	private static List<Answer> onOne(Photographer who, String path) {
		return List.of(who.get(path), who.post(path + "/parts", Map.of("numbers", List.of(1))),
				who.post(path + "/complete"), who.delete(path));
	}

}
