package io.safelight.cloud.kms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names for keys.
 */
final class AliasOperations {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9:/_-]+");

	private static final int NAME_LIMIT = 256;

	private final KmsKeys keys;

	AliasOperations(KmsKeys keys) {
		this.keys = keys;
	}

	Map<String, Function<Input, JsonNode>> byName() {
		return Map.of("CreateAlias", this::create, "UpdateAlias", this::update, "DeleteAlias", this::delete,
				"ListAliases", this::list);
	}

	private JsonNode create(Input input) {
		String name = ownName(input);
		this.keys.addAlias(name, input.region(), target(input));
		return Json.object();
	}

	private JsonNode update(Input input) {
		String name = ownName(input);
		this.keys.pointAlias(name, target(input));
		return Json.object();
	}

	private JsonNode delete(Input input) {
		this.keys.removeAlias(ownName(input));
		return Json.object();
	}

	private JsonNode list(Input input) {
		Optional<KmsKey> key = input.text("KeyId").map(this.keys::findById);
		List<KmsAlias> wanted = this.keys.allAliases()
			.stream()
			.filter((alias) -> key.isEmpty() || key.get().id().equals(alias.keyId()))
			.toList();
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("Aliases");
		Page<KmsAlias> page = Page.of(input, wanted, KmsAlias::name, 100);
		page.items().forEach((alias) -> describe(list.addObject(), alias));
		return page.describedIn(answer);
	}

	private static void describe(ObjectNode node, KmsAlias alias) {
		node.put("AliasName", alias.name())
			.put("AliasArn", alias.arn())
			.put("TargetKeyId", alias.keyId())
			.put("CreationDate", Json.seconds(alias.created()))
			.put("LastUpdatedDate", Json.seconds(alias.updated()));
	}

	private KmsKey target(Input input) {
		String reference = input.required("TargetKeyId");
		if (reference.contains(KmsAlias.PREFIX)) {
			throw KmsErrors.validation("Aliases must refer to keys. Not aliases");
		}
		KmsKey key = this.keys.findById(reference);
		if (key.state() == KeyState.PENDING_DELETION) {
			throw KmsErrors.invalidState(key, "is pending deletion");
		}
		return key;
	}

	private static String ownName(Input input) {
		String name = input.matching("AliasName", NAME_LIMIT, NAME);
		if (!name.startsWith(KmsAlias.PREFIX) || name.length() == KmsAlias.PREFIX.length() || name.contains(":")) {
			throw KmsErrors.validation("Invalid identifier: an alias name begins with alias/ and has no colon");
		}
		if (name.startsWith("alias/aws/")) {
			throw KmsErrors.refusal("NotAuthorizedException", "Names under alias/aws/ belong to AWS.");
		}
		return name;
	}

}
