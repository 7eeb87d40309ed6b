package io.safelight.purchase.violation;

import java.time.Instant;

import com.amazonaws.encryptionsdk.AwsCrypto;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Breaks every rule but the one about cycles. It is no component, so Spring does not see
 * it.
 */
public class ViolationManager {

	@Autowired
	private @Nullable AwsCrypto crypto;

	@GetMapping("/open-door")
	Instant endpoint() throws InterruptedException {
		Thread.sleep(0);
		return (this.crypto != null) ? Instant.now() : Instant.EPOCH;
	}

}
