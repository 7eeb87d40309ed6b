package io.safelight.cloud.kms;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.safelight.cloud.Request;
import io.safelight.cloud.StateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class KmsRestartIntegrationTests {

	@TempDir
	private Path directory;

	@Test
	void decryptsAfterARestartWhatItEncryptedBefore() {
		JsonNode sealed;
		try (StateStore store = StateStore.open(Optional.of(this.directory))) {
			KmsEndpoint kms = new KmsEndpoint(store, Clock.systemUTC());
			String key = call(kms, "CreateKey", "{}").path("KeyMetadata").path("KeyId").asString();
			call(kms, "CreateAlias", "{\"AliasName\":\"alias/a\",\"TargetKeyId\":\"%s\"}".formatted(key));
			sealed = call(kms, "Encrypt", "{\"KeyId\":\"alias/a\",\"Plaintext\":\"bGlnaHQ=\"}");
		}
		try (StateStore store = StateStore.open(Optional.of(this.directory))) {
			KmsEndpoint kms = new KmsEndpoint(store, Clock.systemUTC());
			JsonNode opened = call(kms, "Decrypt", "{\"KeyId\":\"alias/a\",\"CiphertextBlob\":\"%s\"}"
				.formatted(sealed.path("CiphertextBlob").asString()));
			assertThat(opened.path("Plaintext").asString()).isEqualTo("bGlnaHQ=");
			assertThat(opened.path("KeyId")).isEqualTo(sealed.path("KeyId"));
		}
	}

	private static JsonNode call(KmsEndpoint kms, String operation, String body) {
		Request request = new Request("r", "POST", "/", Map.of(),
				Map.of("x-amz-target", List.of("TrentService." + operation)), body.getBytes(StandardCharsets.UTF_8),
				"test", "us-east-1");
		return JsonMapper.shared().readTree(kms.handle(request).body());
	}

}
