package io.safelight.purchase.link;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * The key of the HMACs of links' secrets. The secrets have 256 random bits, so a stolen
 * table is worthless even without it; it is what makes all links worthless at once when
 * it is changed. It comes from the configuration, as a secret of the deployment; where
 * none is configured, one is made once for the deployment and kept in a table.
 * Thread-safe.
 */
public class Pepper {

	public static final Table TABLE = Table.of("safelight-purchase-settings", "name");

	private static final int LEAST_BYTES = 32;

	private static final String NAME = "link-pepper";

	private final Store store;

	private final Clock clock;

	private final @Nullable String configured;

	private volatile byte @Nullable [] bytes;

	/**
	 * A pepper that is looked for when it is first needed.
	 * @param configured base64 of at least 32 bytes, or null
	 * @throws IllegalArgumentException if it is something else
	 */
	Pepper(Store store, Clock clock, @Nullable String configured) {
		this.store = store;
		this.clock = clock;
		this.configured = configured;
		if (configured != null) {
			this.bytes = decoded(configured);
		}
	}

	byte[] bytes() {
		byte[] known = this.bytes;
		if (known == null) {
			known = decoded(stored().orElseGet(this::made));
			this.bytes = known;
		}
		return known.clone();
	}

	private static byte[] decoded(String base64) {
		byte[] decoded = Base64.getDecoder().decode(base64.trim());
		if (decoded.length < LEAST_BYTES) {
			throw new IllegalArgumentException("safelight.purchase.link-pepper must be base64 of at least "
					+ LEAST_BYTES + " random bytes: make one with 'openssl rand -base64 32'");
		}
		return decoded;
	}

	private Optional<String> stored() {
		return this.store.find(TABLE, TABLE.key(NAME), Setting.class).map(Setting::value);
	}

	private String made() {
		byte[] random = new byte[LEAST_BYTES];
		new SecureRandom().nextBytes(random);
		Setting setting = new Setting(NAME, Base64.getEncoder().encodeToString(random),
				SortableTime.of(this.clock.instant()));
		try {
			this.store.commit(List.of(new Write.Put(TABLE, setting, Condition.absent())), UUID.randomUUID().toString());
			return setting.value();
		}
		catch (ConditionFailedException ex) {
			return stored().orElseThrow(() -> ex);
		}
	}

	private record Setting(String name, String value, String madeAt) {
	}

}
