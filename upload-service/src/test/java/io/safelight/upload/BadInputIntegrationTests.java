package io.safelight.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.Visitor;
import io.safelight.upload.inspection.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Everything that can be wrong with a file or a request: each has a clear answer.
 */
@UploadServiceTest
class BadInputIntegrationTests {

	@Autowired
	private S3Client s3;

	@Autowired
	private Neighbours neighbours;

	@LocalServerPort
	private int port;

	private Visitor ana;

	@BeforeEach
	void signIn() {
		this.ana = Visitor.named("ana", this.port);
	}

	@ParameterizedTest
	@MethodSource
	void refusesBytesAndKeepsNothingOfThem(String code, Map<String, Object> announcement, byte[] sent) {
		String path = Photographer.put(this.ana, announcement, sent);
		String id = path.substring("/v1/uploads/".length());
		Answer refused = this.ana.post(path + "/complete");
		assertProblem(refused, 422, code);
		assertThat(refused.json().path("reasons").get(0).path("repair").asString()).isNotBlank();
		assertThat(this.ana.post(path + "/complete")).hasToString(refused.toString());
		assertThat(this.ana.get(path).field("state")).isEqualTo("REFUSED");
		assertThat(this.ana.get(path).json().path("reasons").get(0).path("code").asString()).isEqualTo(code);
		assertThat(
				this.s3.listObjectsV2((request) -> request.bucket("safelight-incoming").prefix("ana/" + id)).contents())
			.isEmpty();
		assertThat(this.s3.listMultipartUploads((request) -> request.bucket("safelight-incoming")).uploads())
			.noneMatch((upload) -> upload.key().equals("ana/" + id));
		Envelope told = this.neighbours.hear("upload-abandoned.v1", id);
		assertThat(told.data().path("reason").asString()).isNotBlank();
	}

	static Stream<Arguments> refusesBytesAndKeepsNothingOfThem() {
		byte[] jpeg = UploadServiceIntegrationTests.small();
		byte[] other = jpeg.clone();
		other[other.length - 3] ^= 1;
		byte[] pdf = random("%PDF-1.7");
		byte[] nothing = new byte[500];
		ThreadLocalRandom.current().nextBytes(nothing);
		byte[] bomb = Pictures.pngHeader(ThreadLocalRandom.current().nextInt(10_001, 20_000), 10_000);
		byte[] long1 = Pictures.pngHeader(30_001, ThreadLocalRandom.current().nextInt(1, 3_000));
		byte[] cut = Arrays.copyOf(UploadServiceIntegrationTests.small(), 150);
		byte[] png = Pictures.noise("png", 20, 20, ThreadLocalRandom.current().nextLong());
		return Stream.of(arguments("empty-file", of(UploadServiceIntegrationTests.small()), new byte[0]),
				arguments("size-differs", of(UploadServiceIntegrationTests.small()), new byte[12]),
				arguments("size-differs", of(UploadServiceIntegrationTests.small()), new byte[50_000]),
				arguments("checksum-differs", of(jpeg), other), arguments("not-an-image", of(pdf), pdf),
				arguments("not-an-image", of(nothing), nothing), arguments("type-differs", of(png), png),
				arguments("truncated-file", of(cut), cut),
				arguments("too-many-pixels", Photographer.announcement(bomb, "image/png"), bomb),
				arguments("too-many-pixels", Photographer.announcement(long1, "image/png"), long1));
	}

	@ParameterizedTest
	@CsvSource({ "contentType,image/gif,415,type-not-accepted", "contentType,text/html,415,type-not-accepted",
			"bytes,0,422,empty-file", "bytes,-5,422,empty-file", "bytes,20971521,413,file-too-large" })
	void refusesAnAnnouncement(String field, String value, int status, String code) {
		Map<String, Object> announcement = of(UploadServiceIntegrationTests.small());
		announcement.put(field, value);
		assertProblem(this.ana.post("/v1/uploads", announcement), status, code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fileName", "contentType", "bytes", "sha256" })
	void namesTheFieldThatIsMissing(String field) {
		Map<String, Object> announcement = of(UploadServiceIntegrationTests.small());
		announcement.remove(field);
		Answer answer = this.ana.post("/v1/uploads", announcement);
		assertProblem(answer, 400, "invalid-request");
		assertThat(answer.json().path("errors").get(0).path("path").asString()).isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource({ "sha256,abc", "fileName,''", "bytes,many" })
	void refusesAFieldThatIsNotAsItMustBe(String field, String value) {
		Map<String, Object> announcement = of(UploadServiceIntegrationTests.small());
		announcement.put(field, value);
		assertThat(this.ana.post("/v1/uploads", announcement).status()).isEqualTo(400);
	}

	@Test
	void refusesControlCharactersInNames() {
		Map<String, Object> announcement = of(UploadServiceIntegrationTests.small());
		announcement.put("fileName", "a\r\nb.jpg");
		assertProblem(this.ana.post("/v1/uploads", announcement), 400, "invalid-request");
	}

	@Test
	void refusesPartsThatDoNotExist() {
		Answer begun = this.ana.post("/v1/uploads", of(UploadServiceIntegrationTests.small()));
		String path = "/v1/uploads/" + begun.field("uploadId") + "/parts";
		assertProblem(this.ana.post(path, Map.of("numbers", List.of(2))), 422, "no-such-parts");
		assertProblem(this.ana.post(path, Map.of("numbers", List.of(0))), 400, "invalid-request");
		assertProblem(this.ana.post(path, Map.of("numbers", List.of())), 400, "invalid-request");
		assertProblem(this.ana.post(path, Map.of()), 400, "invalid-request");
	}

	@Test
	void refusesAChecksumThatIsNone() {
		Map<String, Object> question = Map.of("assets", List.of(Map.of("id", "x", "checksum", "no")));
		assertProblem(this.ana.post("/v1/uploads/check", question), 400, "invalid-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "00000000-0000-0000-0000-000000000000" })
	void knowsNoSuchUpload(String id) {
		assertProblem(this.ana.get("/v1/uploads/" + id), 404, "unknown-upload");
		assertProblem(this.ana.post("/v1/uploads/" + id + "/complete"), 404, "unknown-upload");
		assertProblem(this.ana.delete("/v1/uploads/" + id), 404, "unknown-upload");
	}

	private static void assertProblem(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.field("detail")).isNotBlank();
	}

	private static Map<String, Object> of(byte[] file) {
		return new HashMap<>(Photographer.announcement(file, "image/jpeg"));
	}

	private static byte[] random(String head) {
		return (head + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
	}

}
