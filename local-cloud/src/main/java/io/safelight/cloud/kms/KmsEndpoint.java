package io.safelight.cloud.kms;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.safelight.cloud.AwsService;
import io.safelight.cloud.Call;
import io.safelight.cloud.Protocol;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import io.safelight.cloud.StateStore;
import io.safelight.cloud.Usage;
import tools.jackson.databind.JsonNode;

/**
 * KMS on the wire. Keys and aliases are kept in the account's state; a key's bytes leave
 * it never, except the public half of a pair.
 */
final class KmsEndpoint implements AwsService {

	private static final Set<String> NOT_EMULATED = Set.of("CreateGrant", "ListGrants", "ListRetirableGrants",
			"RevokeGrant", "RetireGrant", "GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateMac",
			"VerifyMac", "DeriveSharedSecret", "EnableKeyRotation", "DisableKeyRotation", "RotateKeyOnDemand",
			"ListKeyRotations", "GetParametersForImport", "ImportKeyMaterial", "DeleteImportedKeyMaterial",
			"ReplicateKey", "UpdatePrimaryRegion", "CreateCustomKeyStore", "DescribeCustomKeyStores",
			"UpdateCustomKeyStore", "DeleteCustomKeyStore", "ConnectCustomKeyStore", "DisconnectCustomKeyStore");

	private final Map<String, Function<Input, JsonNode>> operations = new HashMap<>();

	KmsEndpoint(StateStore state, Clock clock) {
		SecureRandom random = new SecureRandom();
		KmsKeys keys = new KmsKeys(state.map("kms.keys", KmsKey.class), state.map("kms.aliases", KmsAlias.class),
				clock);
		this.operations.putAll(new KeyOperations(keys, random).byName());
		this.operations.putAll(new AliasOperations(keys).byName());
		this.operations.putAll(new CipherOperations(keys, random).byName());
		this.operations.putAll(new SigningOperations(keys).byName());
	}

	@Override
	public Set<String> signingNames() {
		return Set.of("kms");
	}

	@Override
	public Protocol protocol(Request request) {
		return Protocol.JSON;
	}

	@Override
	public Response handle(Request request) {
		String operation = request.operation();
		Function<Input, JsonNode> function = this.operations.get(operation);
		if (function == null) {
			throw unknown(operation);
		}
		Input input = Input.parse(request.region(), request.text());
		JsonNode answer = function.apply(input);
		// Only cryptographic operations have this member, and they change nothing.
		if (input.flag("DryRun")) {
			throw KmsErrors.refusal("DryRunOperationException",
					"The request would have succeeded, but the DryRun option is set.");
		}
		return Response.amzJson(answer.toString());
	}

	@Override
	public Call call(Request request, Response response) {
		return new Call(request.operation(), "", Usage.of("kms.request", 1));
	}

	private static RuntimeException unknown(String operation) {
		return NOT_EMULATED.contains(operation) ? KmsErrors.unsupported(operation + " is not emulated by local-cloud.")
				: KmsErrors.refusal("UnknownOperationException", "KMS has no operation '" + operation + "'.");
	}

}
