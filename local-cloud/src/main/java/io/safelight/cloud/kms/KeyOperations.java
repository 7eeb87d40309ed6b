package io.safelight.cloud.kms;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.safelight.cloud.Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static java.util.Map.entry;

/**
 * Making keys, looking at them, and their life.
 */
final class KeyOperations {

	private static final int TAG_LIMIT = 50;

	private static final int DEFAULT_WAITING_DAYS = 30;

	private final KmsKeys keys;

	private final SecureRandom random;

	KeyOperations(KmsKeys keys, SecureRandom random) {
		this.keys = keys;
		this.random = random;
	}

	Map<String, Function<Input, JsonNode>> byName() {
		return Map.ofEntries(entry("CreateKey", this::create), entry("DescribeKey", this::describe),
				entry("ListKeys", this::list), entry("EnableKey", this::enable), entry("DisableKey", this::disable),
				entry("ScheduleKeyDeletion", this::scheduleDeletion), entry("CancelKeyDeletion", this::cancelDeletion),
				entry("UpdateKeyDescription", this::updateDescription), entry("GetKeyPolicy", this::getPolicy),
				entry("PutKeyPolicy", this::putPolicy), entry("ListKeyPolicies", this::listPolicies),
				entry("TagResource", this::tag), entry("UntagResource", this::untag),
				entry("ListResourceTags", this::listTags), entry("GetKeyRotationStatus", this::rotationStatus));
	}

	private JsonNode create(Input input) {
		KeySpec spec = CreateKeyRules.spec(input);
		KeyUsage usage = CreateKeyRules.usage(input, spec);
		CreateKeyRules.refuseWhatIsNotEmulated(input);
		KmsKey key = new KmsKey(UUID.randomUUID().toString(), input.region(), spec, usage,
				CreateKeyRules.description(input), this.keys.now(), KeyState.ENABLED, null,
				input.text("Policy").orElse(CreateKeyRules.DEFAULT_POLICY), limited(input.tags()),
				spec.generate(this.random));
		this.keys.add(key);
		return metadata(key);
	}

	private JsonNode describe(Input input) {
		return metadata(this.keys.find(input.required("KeyId")));
	}

	private JsonNode list(Input input) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("Keys");
		Page<KmsKey> page = Page.of(input, this.keys.all(), KmsKey::id, 1000);
		page.items().forEach((key) -> list.addObject().put("KeyId", key.id()).put("KeyArn", key.arn()));
		return page.describedIn(answer);
	}

	private JsonNode enable(Input input) {
		this.keys.change(input.required("KeyId"), (key) -> notPending(key).enabled());
		return Json.object();
	}

	private JsonNode disable(Input input) {
		this.keys.change(input.required("KeyId"), (key) -> notPending(key).disabled());
		return Json.object();
	}

	private JsonNode scheduleDeletion(Input input) {
		int days = input.number("PendingWindowInDays", 7, 30).orElse(DEFAULT_WAITING_DAYS);
		Instant date = this.keys.now().plus(Duration.ofDays(days));
		KmsKey key = this.keys.change(input.required("KeyId"),
				(current) -> notPending(current).pendingDeletionUntil(date));
		ObjectNode answer = Json.object().put("KeyId", key.arn()).put("KeyState", key.state().wireName());
		return answer.put("DeletionDate", Json.seconds(date)).put("PendingWindowInDays", days);
	}

	private JsonNode cancelDeletion(Input input) {
		KmsKey key = this.keys.change(input.required("KeyId"), (current) -> {
			if (current.state() != KeyState.PENDING_DELETION) {
				throw KmsErrors.invalidState(current, "is not pending deletion");
			}
			return current.disabled();
		});
		return Json.object().put("KeyId", key.arn());
	}

	private JsonNode updateDescription(Input input) {
		String words = CreateKeyRules.description(input);
		this.keys.change(input.required("KeyId"), (key) -> notPending(key).describedAs(words));
		return Json.object();
	}

	private JsonNode getPolicy(Input input) {
		refuseOtherPolicy(input);
		KmsKey key = this.keys.findById(input.required("KeyId"));
		return Json.object().put("Policy", key.policy()).put("PolicyName", "default");
	}

	private JsonNode putPolicy(Input input) {
		refuseOtherPolicy(input);
		String policy = CreateKeyRules.policy(input.required("Policy"));
		this.keys.change(input.required("KeyId"), (key) -> notPending(key).governedBy(policy));
		return Json.object();
	}

	private JsonNode listPolicies(Input input) {
		this.keys.findById(input.required("KeyId"));
		ObjectNode answer = Json.object().put("Truncated", false);
		answer.putArray("PolicyNames").add("default");
		return answer;
	}

	private JsonNode tag(Input input) {
		this.keys.change(input.required("KeyId"), (key) -> {
			Map<String, String> tags = new LinkedHashMap<>(notPending(key).tags());
			tags.putAll(input.tags());
			return key.tagged(limited(tags));
		});
		return Json.object();
	}

	private JsonNode untag(Input input) {
		List<String> names = new ArrayList<>();
		input.json().path("TagKeys").values().forEach((name) -> names.add(name.asString()));
		this.keys.change(input.required("KeyId"), (key) -> {
			Map<String, String> tags = new LinkedHashMap<>(notPending(key).tags());
			names.forEach(tags::remove);
			return key.tagged(tags);
		});
		return Json.object();
	}

	private JsonNode listTags(Input input) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("Tags");
		var tags = List.copyOf(this.keys.findById(input.required("KeyId")).tags().entrySet());
		Page<Map.Entry<String, String>> page = Page.of(input, tags, Map.Entry::getKey, 50);
		page.items().forEach((tag) -> list.addObject().put("TagKey", tag.getKey()).put("TagValue", tag.getValue()));
		return page.describedIn(answer);
	}

	private JsonNode rotationStatus(Input input) {
		KmsKey key = this.keys.findById(input.required("KeyId"));
		return Json.object().put("KeyId", key.arn()).put("KeyRotationEnabled", false);
	}

	private static KmsKey notPending(KmsKey key) {
		if (key.state() == KeyState.PENDING_DELETION) {
			throw KmsErrors.invalidState(key, "is pending deletion");
		}
		return key;
	}

	private static void refuseOtherPolicy(Input input) {
		if (!input.text("PolicyName").orElse("default").equals("default")) {
			throw KmsErrors.notFound("No such policy exists: the only policy of a key is 'default'.");
		}
	}

	private static Map<String, String> limited(Map<String, String> tags) {
		if (tags.size() > TAG_LIMIT) {
			throw KmsErrors.refusal("LimitExceededException", "A key has at most " + TAG_LIMIT + " tags.");
		}
		tags.forEach((name, value) -> {
			if (name.isEmpty() || name.length() > 128 || value.length() > 256 || name.startsWith("aws:")) {
				throw KmsErrors.refusal("TagException", "A tag key has 1 to 128 characters and does not begin with "
						+ "aws:, a tag value has at most 256.");
			}
		});
		return tags;
	}

	private static JsonNode metadata(KmsKey key) {
		ObjectNode answer = Json.object();
		ObjectNode metadata = answer.putObject("KeyMetadata")
			.put("AWSAccountId", Account.ID)
			.put("KeyId", key.id())
			.put("Arn", key.arn())
			.put("CreationDate", Json.seconds(key.created()))
			.put("Enabled", key.state() == KeyState.ENABLED)
			.put("Description", key.description())
			.put("KeyUsage", key.usage().name())
			.put("KeyState", key.state().wireName())
			.put("Origin", "AWS_KMS")
			.put("KeyManager", "CUSTOMER")
			.put("CustomerMasterKeySpec", key.spec().name())
			.put("KeySpec", key.spec().name())
			.put("MultiRegion", false);
		Json.putAlgorithms(metadata, key);
		if (key.deletionDate() != null) {
			metadata.put("DeletionDate", Json.seconds(key.deletionDate()));
		}
		return answer;
	}

}
