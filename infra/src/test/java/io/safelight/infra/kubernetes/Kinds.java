package io.safelight.infra.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/**
 * The types of what may stand in a manifest. Kubernetes' own come from Fabric8, which
 * lets every unknown field pass; here none does. Of the others only what we use is a
 * type.
 */
final class Kinds {

	private static final Map<String, Class<?>> TYPES = Map.ofEntries(Map.entry("v1 Namespace", Namespace.class),
			Map.entry("v1 ConfigMap", ConfigMap.class), Map.entry("v1 Service", Service.class),
			Map.entry("v1 ServiceAccount", ServiceAccount.class), Map.entry("apps/v1 Deployment", Deployment.class),
			Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
			Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
			Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
			Map.entry("keda.sh/v1alpha1 ScaledObject", ScaledObject.class),
			Map.entry("keda.sh/v1alpha1 TriggerAuthentication", TriggerAuthentication.class),
			Map.entry("external-secrets.io/v1 SecretStore", SecretStore.class),
			Map.entry("external-secrets.io/v1 ExternalSecret", ExternalSecret.class),
			Map.entry("kustomize.config.k8s.io/v1beta1 Kustomization", Kustomization.class));

	private static final ObjectMapper STRICT = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.annotationIntrospector(new WithoutCatchAll())
		.build();

	private Kinds() {
	}

	/** What does not fit into the type of this document, if anything. */
	static Optional<String> fault(Object document) {
		Manifest manifest = new Manifest(document);
		String type = manifest.text("apiVersion") + " " + manifest.kind();
		if (!TYPES.containsKey(type)) {
			return Optional.of("unknown kind " + type);
		}
		try {
			STRICT.readValue(STRICT.writeValueAsString(document), TYPES.get(type));
			return Optional.empty();
		}
		catch (com.fasterxml.jackson.core.JsonProcessingException ex) {
			return Optional.of(ex.getOriginalMessage());
		}
	}

	/** Nothing is caught that has no field of its own. */
	private static final class WithoutCatchAll extends JacksonAnnotationIntrospector {

		private static final long serialVersionUID = 1L;

		@Override
		public Boolean hasAnySetter(Annotated annotated) {
			return false;
		}

	}

	record Metadata(String name, String namespace, Map<String, String> labels, Map<String, String> annotations) {
	}

	record ScaledObject(String apiVersion, String kind, Metadata metadata, Spec spec) {

		record Spec(Target scaleTargetRef, Integer minReplicaCount, Integer maxReplicaCount, Integer pollingInterval,
				Integer cooldownPeriod, Advanced advanced, List<Trigger> triggers) {
		}

		record Target(String name) {
		}

		record Advanced(Horizontal horizontalPodAutoscalerConfig) {
		}

		record Horizontal(Behavior behavior) {
		}

		record Behavior(Rules scaleDown, Rules scaleUp) {
		}

		record Rules(Integer stabilizationWindowSeconds) {
		}

		record Trigger(String type, String metricType, Target authenticationRef, TriggerMetadata metadata) {
		}

		/** KEDA takes texts only. */
		record TriggerMetadata(String queueURL, String queueLength, String awsRegion, String scaleOnInFlight,
				String activationQueueLength, String value) {
		}

	}

	record TriggerAuthentication(String apiVersion, String kind, Metadata metadata, Spec spec) {

		record Spec(PodIdentity podIdentity) {
		}

		record PodIdentity(String provider, String identityOwner, String roleArn) {
		}

	}

	record SecretStore(String apiVersion, String kind, Metadata metadata, Spec spec) {

		record Spec(Provider provider) {
		}

		record Provider(Aws aws) {
		}

		record Aws(String service, String region) {
		}

	}

	record ExternalSecret(String apiVersion, String kind, Metadata metadata, Spec spec) {

		record Spec(Store secretStoreRef, String refreshInterval, Target target, List<Item> data) {
		}

		record Store(String kind, String name) {
		}

		record Target(String name, String creationPolicy) {
		}

		record Item(String secretKey, Remote remoteRef) {
		}

		record Remote(String key, String property) {
		}

	}

	record Kustomization(String apiVersion, String kind, String namespace, List<String> resources, List<Patch> patches,
			List<Image> images) {

		record Patch(String path) {
		}

		record Image(String name, String newName, String newTag, String digest) {
		}

	}

}
