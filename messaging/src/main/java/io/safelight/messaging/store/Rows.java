package io.safelight.messaging.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records to rows and back, by way of JSON. Null components become absent attributes: a
 * null in an index's key would be refused.
 */
final class Rows {

	private static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/** A number with no more digits than this is a long. */
	private static final int DIGITS_OF_LONG = 18;

	private Rows() {
	}

	/** A record as a tree, without null components. */
	static ObjectNode toTree(Object item) {
		return switch (item) {
			case Row row -> row.attributes();
			case ObjectNode row -> row;
			default -> JSON.valueToTree(item);
		};
	}

	static <T> T fromTree(ObjectNode row, Class<T> type) {
		return (type == ObjectNode.class) ? type.cast(row) : JSON.treeToValue(row, type);
	}

	static Map<String, AttributeValue> toRow(Object item) {
		return attributes(toTree(item));
	}

	static <T> T fromRow(Map<String, AttributeValue> row, Class<T> type) {
		return fromTree(node(row), type);
	}

	private static Map<String, AttributeValue> attributes(JsonNode object) {
		Map<String, AttributeValue> attributes = new HashMap<>();
		object.properties().forEach((property) -> attributes.put(property.getKey(), attribute(property.getValue())));
		return attributes;
	}

	private static AttributeValue attribute(JsonNode node) {
		return switch (node.getNodeType()) {
			case OBJECT, POJO -> AttributeValue.fromM(attributes(node));
			case ARRAY -> {
				List<AttributeValue> values = new ArrayList<>(node.size());
				node.forEach((element) -> values.add(attribute(element)));
				yield AttributeValue.fromL(values);
			}
			case NUMBER -> AttributeValue.fromN(node.asString());
			case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
			case NULL, MISSING -> AttributeValue.fromNul(true);
			case STRING, BINARY -> AttributeValue.fromS(node.asString());
		};
	}

	private static ObjectNode node(Map<String, AttributeValue> attributes) {
		ObjectNode object = NODES.objectNode();
		attributes.forEach((name, value) -> object.set(name, node(value)));
		return object;
	}

	private static JsonNode node(AttributeValue value) {
		return switch (value.type()) {
			case M -> node(value.m());
			case L -> array(value.l().stream().map(Rows::node).toList());
			case SS -> array(value.ss().stream().<JsonNode>map(NODES::stringNode).toList());
			case NS -> array(value.ns().stream().map(Rows::number).toList());
			case N -> number(value.n());
			case S -> NODES.stringNode(value.s());
			case B -> NODES.binaryNode(value.b().asByteArray());
			case BOOL -> NODES.booleanNode(value.bool());
			default -> NODES.nullNode();
		};
	}

	private static ArrayNode array(List<? extends JsonNode> elements) {
		return NODES.arrayNode().addAll(elements);
	}

	private static JsonNode number(String text) {
		if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
			return NODES.numberNode(new BigDecimal(text));
		}
		return (text.length() <= DIGITS_OF_LONG) ? NODES.numberNode(Long.parseLong(text))
				: NODES.numberNode(new BigInteger(text));
	}

}
