package io.safelight.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a template: what is not there is an empty node.
 *
 * @param value a map, a list, a scalar, or null
 */
record Node(Object value) {

	Node at(String... path) {
		Object here = this.value;
		for (String name : path) {
			here = (here instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return new Node(here);
	}

	boolean isMissing() {
		return this.value == null;
	}

	String text() {
		return (this.value != null) ? this.value.toString() : "";
	}

	/** A list's items; a single thing is a list of one, as in policies. */
	List<Node> items() {
		if (this.value instanceof List<?> list) {
			return list.stream().map(Node::new).toList();
		}
		return (this.value != null) ? List.of(this) : List.of();
	}

	List<String> texts() {
		return items().stream().map(Node::text).toList();
	}

	Map<String, Node> entries() {
		Map<String, Node> entries = new TreeMap<>();
		if (this.value instanceof Map<?, ?> map) {
			map.forEach((name, some) -> entries.put(name.toString(), new Node(some)));
		}
		return entries;
	}

	/** The same for the same content, whatever its order. */
	String canonical() {
		if (this.value instanceof Map) {
			Map<String, String> all = new TreeMap<>();
			entries().forEach((name, some) -> all.put(name, some.canonical()));
			return all.toString();
		}
		if (this.value instanceof List) {
			return items().stream().map(Node::canonical).sorted().toList().toString();
		}
		return text();
	}

}
