package io.safelight.infra;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules for every policy that allows something, whoever it is for.
 */
final class PolicyFaults {

	/** AWS has no resource that one could name for these. */
	private static final Set<String> WITHOUT_RESOURCE = Set.of("sns:ListTopics", "sns:GetSubscriptionAttributes",
			"rekognition:DetectLabels", "rekognition:DetectModerationLabels", "kms:CreateKey");

	private static final Pattern OBJECTS = Pattern.compile("arn:aws:s3:::[a-z-]+/\\*");

	/** Buyers' keys are made while the system runs: told by their name or their tag. */
	private static final Pattern BUYERS_KEYS = Pattern.compile("arn:aws:kms:[^*]+:(key/\\*|alias/safelight-user-\\*)");

	private PolicyFaults() {
	}

	static List<String> of(Templates templates) {
		Stream<Node> documents = Stream.concat(
				templates.ofType("AWS::IAM::Role").stream().flatMap((role) -> Rights.policies(role).stream()),
				Stream.of("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy", "AWS::S3::BucketPolicy")
					.flatMap((type) -> templates.ofType(type).stream())
					.map((policy) -> policy.properties().at("PolicyDocument")));
		return documents.flatMap((document) -> document.at("Statement").items().stream())
			.filter((statement) -> "Allow".equals(statement.at("Effect").text()))
			.flatMap(PolicyFaults::statement)
			.toList();
	}

	private static Stream<String> statement(Node statement) {
		String sid = statement.at("Sid").text();
		List<String> actions = statement.at("Action").texts();
		Stream<String> wideActions = actions.stream()
			.filter((action) -> action.contains("*"))
			.map((action) -> sid + " allows all of " + action);
		Stream<String> wideResources = statement.at("Resource")
			.texts()
			.stream()
			.filter((resource) -> resource.contains("*") && !mayBeWide(resource, actions, statement.at("Condition")))
			.map((resource) -> sid + " allows " + actions + " on " + resource);
		Stream<String> everybody = Stream.of(statement.at("Principal").canonical())
			.filter((principal) -> principal.contains("*"))
			.map((principal) -> sid + " allows it to everybody");
		Stream<String> opposites = Stream.of("NotAction", "NotResource", "NotPrincipal")
			.filter((name) -> !statement.at(name).isMissing())
			.map((name) -> sid + " says what it does not mean: " + name);
		return Stream.of(wideActions, wideResources, everybody, opposites).flatMap((faults) -> faults);
	}

	private static boolean mayBeWide(String resource, List<String> actions, Node condition) {
		if (resource.equals("*")) {
			return WITHOUT_RESOURCE.containsAll(actions);
		}
		return OBJECTS.matcher(resource).matches() || (BUYERS_KEYS.matcher(resource).matches()
				&& (resource.contains("alias/") || condition.canonical().contains("Tag/safelight=user-key")));
	}

}
