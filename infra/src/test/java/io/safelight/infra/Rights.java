package io.safelight.infra;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the roles of the templates may do: for each role lines of an action, a resource
 * and the conditions.
 */
final class Rights {

	private static final String ROLE = "safelight-";

	private Rights() {
	}

	static Map<String, Set<String>> of(Templates templates) {
		Map<String, Set<String>> rights = new TreeMap<>();
		templates.ofType("AWS::IAM::Role").forEach((role) -> {
			Set<String> lines = rights.computeIfAbsent(role.properties().at("RoleName").text().substring(ROLE.length()),
					(name) -> new TreeSet<>());
			policies(role).forEach((document) -> document.at("Statement").items().forEach((statement) -> {
				for (String action : statement.at("Action").texts()) {
					for (String resource : statement.at("Resource").texts()) {
						lines.add(line(statement, action, resource));
					}
				}
			}));
		});
		return rights;
	}

	static List<Node> policies(Templates.Resource role) {
		return role.properties().at("Policies").items().stream().map((policy) -> policy.at("PolicyDocument")).toList();
	}

	private static String line(Node statement, String action, String resource) {
		String denied = "Allow".equals(statement.at("Effect").text()) ? "" : "never ";
		Node condition = statement.at("Condition");
		return denied + action + " " + resource + (condition.isMissing() ? "" : " if " + condition.canonical());
	}

}
