package io.safelight.messaging.store;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records to rows and back, by way of JSON. Null components become absent attributes: a
 * null in an index's key would be refused.
 */
final class Rows {

	private static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private Rows() {
	}

	static Map<String, AttributeValue> toRow(Object item) {
		return EnhancedDocument.fromJson(JSON.writeValueAsString(item)).toMap();
	}

	static <T> T fromRow(Map<String, AttributeValue> row, Class<T> type) {
		return JSON.readValue(EnhancedDocument.fromAttributeValueMap(row).toJson(), type);
	}

}
