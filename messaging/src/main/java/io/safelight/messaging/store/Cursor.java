package io.safelight.messaging.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a page ended, as text that can travel in a URL.
 */
final class Cursor {

	private Cursor() {
	}

	static String write(Map<String, AttributeValue> lastKey) {
		String json = EnhancedDocument.fromAttributeValueMap(lastKey).toJson();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	static @Nullable Map<String, AttributeValue> read(@Nullable String cursor) {
		if (cursor == null) {
			return null;
		}
		try {
			byte[] json = Base64.getUrlDecoder().decode(cursor);
			return EnhancedDocument.fromJson(new String(json, StandardCharsets.UTF_8)).toMap();
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException("That cursor was not given by this service: leave it out to begin again",
					ex);
		}
	}

}
