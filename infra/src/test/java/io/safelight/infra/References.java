package io.safelight.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.safelight.infra.Templates.Resource;

/**
 * Replaces what one resource says of another by what it will be: an ARN.
 */
final class References {

	private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");

	private static final Map<String, String> ACCOUNT = Map.of("AWS::AccountId", Templates.ACCOUNT, "AWS::Region",
			"us-east-1", "AWS::Partition", "aws", "AWS::URLSuffix", "amazonaws.com", "BucketSuffix",
			Templates.BUCKETS.suffix());

	private final Node template;

	References(Node template) {
		this.template = template;
	}

	List<Resource> resources() {
		return this.template.at("Resources")
			.entries()
			.entrySet()
			.stream()
			.map((entry) -> resource(entry.getKey(), entry.getValue()))
			.toList();
	}

	private Resource resource(String id, Node declared) {
		return new Resource(id, declared.at("Type").text(), declared.at("DeletionPolicy").text(),
				new Node(resolved(declared.at("Properties").value())));
	}

	private Object resolved(Object value) {
		return switch (value) {
			case List<?> list -> list.stream().map(this::resolved).toList();
			case Map<?, ?> map when map.size() == 1 -> single(map);
			case Map<?, ?> map -> each(map);
			case null, default -> value;
		};
	}

	private Object single(Map<?, ?> map) {
		Map.Entry<?, ?> only = map.entrySet().iterator().next();
		return switch (only.getKey().toString()) {
			case "Ref" -> reference(only.getValue().toString());
			case "Fn::GetAtt" -> attribute(only.getValue().toString());
			case "Fn::Sub" -> PLACE.matcher(only.getValue().toString())
				.replaceAll((place) -> reference(place.group(1)).replace("$", "\\$"));
			case "Fn::ImportValue" -> "import:" + only.getValue();
			default -> each(map);
		};
	}

	private Map<String, Object> each(Map<?, ?> map) {
		Map<String, Object> all = new LinkedHashMap<>();
		map.forEach((name, value) -> all.put(name.toString(), resolved(value)));
		return all;
	}

	private String reference(String name) {
		if (ACCOUNT.containsKey(name)) {
			return ACCOUNT.get(name);
		}
		Node resource = this.template.at("Resources", name);
		return switch (resource.at("Type").text()) {
			case "AWS::SNS::Topic" -> arn(name);
			case "AWS::SQS::Queue" -> resource.at("Properties", "QueueName").text();
			case "AWS::S3::Bucket" -> resolved(resource.at("Properties", "BucketName").value()).toString();
			default -> "${" + name + "}";
		};
	}

	private String attribute(String path) {
		return path.endsWith(".Arn") ? arn(path.substring(0, path.length() - ".Arn".length())) : "${" + path + "}";
	}

	private String arn(String id) {
		Node resource = this.template.at("Resources", id);
		Node properties = resource.at("Properties");
		String place = "us-east-1:" + Templates.ACCOUNT + ":";
		return switch (resource.at("Type").text()) {
			case "AWS::SNS::Topic" -> "arn:aws:sns:" + place + properties.at("TopicName").text();
			case "AWS::SQS::Queue" -> "arn:aws:sqs:" + place + properties.at("QueueName").text();
			case "AWS::IAM::Role" -> "arn:aws:iam::" + Templates.ACCOUNT + ":role/" + properties.at("RoleName").text();
			default -> "${" + id + ".Arn}";
		};
	}

}
