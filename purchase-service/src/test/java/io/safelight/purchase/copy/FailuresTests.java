package io.safelight.purchase.copy;

import java.util.List;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsInternalException;
import software.amazon.cryptography.materialproviders.model.CollectionOfErrors;

import static org.assertj.core.api.Assertions.assertThat;

class FailuresTests {

	@Test
	void findsADisabledKeyInListsAndLayers() {
		RuntimeException failure = new IllegalStateException(CollectionOfErrors.builder()
			.message("none worked")
			.list(List.of(new RuntimeException("other"), new RuntimeException(DisabledException.builder().build())))
			.build());
		assertThat(Failures.ofTheKey(failure))
			.hasValueSatisfying((key) -> assertThat(key).hasMessage("The buyer's key is Disabled.").hasCause(failure));
	}

	@Test
	void knowsAServiceThatDidNotAnswer() {
		assertThat(Failures.ofAService(new RuntimeException(KmsInternalException.builder().build()))).isTrue();
		assertThat(Failures.ofTheKey(new RuntimeException(KmsInternalException.builder().build()))).isEmpty();
	}

	@Test
	void knowsACiphertextThatIsWrong() {
		assertThat(Failures.ofAService(new RuntimeException(InvalidCiphertextException.builder().build()))).isFalse();
		assertThat(Failures.ofAService(new IllegalStateException("tag mismatch"))).isFalse();
	}

}
