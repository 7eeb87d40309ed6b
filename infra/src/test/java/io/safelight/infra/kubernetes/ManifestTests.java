package io.safelight.infra.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.safelight.infra.Services;
import io.safelight.infra.Yaml;
import io.safelight.infra.container.Compose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The manifests by themselves, against each other, and against the services.
 */
class ManifestTests {

	private static final Manifests MANIFESTS = Manifests.here();

	@Test
	void fitTheirTypes() {
		assertThat(typeFaults(MANIFESTS)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "overlays/local", "overlays/aws" })
	void fitTogether(String overlay) {
		assertThat(ManifestFaults.of(MANIFESTS, overlay)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "overlays/local", "overlays/aws" })
	void runEveryServiceAtItsOwnPort(String overlay) {
		Map<String, String> ports = new TreeMap<>();
		MANIFESTS.built(overlay)
			.values()
			.stream()
			.filter((manifest) -> manifest.kind().equals("Service") && !manifest.name().equals("local-cloud"))
			.forEach((service) -> ports.put(service.name(),
					service.each("spec", "ports").findFirst().orElseThrow().text("port")));
		assertThat(ports).isEqualTo(Services.ports());
	}

	@Test
	void scaleEveryServiceByItsQueue() {
		Map<String, String> queues = new TreeMap<>();
		MANIFESTS.built("overlays/aws")
			.values()
			.stream()
			.filter((manifest) -> manifest.kind().equals("ScaledObject"))
			.forEach((scaled) -> scaled.each("spec", "triggers")
				.filter((trigger) -> trigger.text("type").equals("aws-sqs-queue"))
				.forEach((trigger) -> queues.put(scaled.name(), trigger.text("metadata", "queueURL"))));
		assertThat(queues).isEqualTo(Services.queues());
	}

	@Test
	void useEveryImageOfTheList() {
		Set<String> used = Stream.of("overlays/local", "overlays/aws")
			.flatMap((overlay) -> MANIFESTS.built(overlay).values().stream())
			.filter((manifest) -> manifest.kind().equals("Deployment"))
			.flatMap(Manifest::containers)
			.map((container) -> container.text("image").replaceFirst(":.*", ""))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(used).isEqualTo(MANIFESTS.images());
	}

	@Test
	void listTheImagesThatTheDockerfileBuilds() {
		assertThat(MANIFESTS.images().stream().filter((image) -> image.startsWith("safelight/")))
			.containsExactlyInAnyOrderElementsOf(Compose.here().built());
	}

	@Test
	void nameNoImageThatIsOnTheListAndThatNoDockerfileBuilds() {
		Manifests faulty = MANIFESTS.with("images.txt", "safelight/upload-service", "safelight/uploader")
			.with("base/upload/deployment.yaml", "image: safelight/upload-service", "image: safelight/uploader");
		assertThat(ManifestFaults.of(faulty, "overlays/aws"))
			.contains("Deployment upload: nothing builds its image safelight/uploader");
	}

	@Test
	void letNobodyTalkWhoIsNotNamed() {
		Manifest nothing = MANIFESTS.built("base").get("NetworkPolicy nothing");
		assertThat(nothing.at("spec").content())
			.isEqualTo(Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress", "Egress")));
		assertThat(MANIFESTS.built("base").get("Namespace safelight").texts("metadata", "labels"))
			.containsEntry("pod-security.kubernetes.io/enforce", "restricted");
	}

	/** Needs kubectl; without it the merge above has to do. */
	@ParameterizedTest
	@ValueSource(strings = { "overlays/local", "overlays/aws" })
	void areBuiltByKustomizeAsByUs(String overlay, @TempDir Path folder) throws Exception {
		Path output = folder.resolve("built.yaml");
		assumeTrue(kustomize(overlay, output), "kubectl is not installed, or has no kustomize");
		Map<String, Manifest> built = MANIFESTS.built(overlay);
		List<Object> documents = Yaml.documents(Files.readString(output));
		assertThat(documents).hasSameSizeAs(built.values());
		for (Object document : documents) {
			Manifest manifest = new Manifest(document);
			assertThat(Kinds.fault(document)).isEmpty();
			assertThat(comparable(manifest)).as(manifest.id()).isEqualTo(comparable(built.get(manifest.id())));
		}
	}

	private static boolean kustomize(String overlay, Path output) throws InterruptedException {
		try {
			return new ProcessBuilder("kubectl", "kustomize", "../k8s/" + overlay).redirectOutput(output.toFile())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Images and the namespace are put in by kustomize alone. */
	private static Map<String, Object> comparable(Manifest manifest) {
		Map<String, Object> parts = new TreeMap<>();
		parts.put("data", manifest.at("data").content());
		parts.put("environment", manifest.containers().map((container) -> container.texts()).map((container) -> {
			container.remove("image");
			return container.keySet();
		}).toList());
		parts.put("variables",
				manifest.containers()
					.flatMap((container) -> container.each("env"))
					.map((variable) -> variable.text("name"))
					.sorted()
					.toList());
		parts.put("hosts", manifest.list("spec", "tls"));
		return parts;
	}

	private static List<String> typeFaults(Manifests manifests) {
		return manifests.documents()
			.entrySet()
			.stream()
			.flatMap((file) -> typeFaults(file.getKey(), file.getValue()).stream())
			.toList();
	}

	private static List<String> typeFaults(String file, List<Object> documents) {
		return documents.stream()
			.flatMap((document) -> Kinds.fault(document).stream())
			.map((fault) -> file + ": " + fault)
			.toList();
	}

	/** A fault and what is said of it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					base/upload/deployment.yaml       | readOnlyRootFilesystem: true              | readOnlyRootFileSystem: true             | readOnlyRootFileSystem
					base/upload/deployment.yaml       | revisionHistoryLimit: 3                   | revisionHistoryLimit: many               | many
					base/upload/deployment.yaml       | memory: 512Mi                             | memory: 512MB                            | limits of memory is no quantity: 512MB
					base/upload/deployment.yaml       | containerPort: 8081                       | containerPort: 80810                     | 80810 is no port
					base/upload/network.yaml          | port: 8081                                | port: 0                                  | 0 is no port
					base/upload/deployment.yaml       | matchLabels:\\n      app.kubernetes.io/name: upload | matchLabels:\\n      app.kubernetes.io/name: uploads | selector does not select
					base/upload/service.yaml          | selector:\\n    app.kubernetes.io/name: upload | selector:\\n    app.kubernetes.io/name: uploads | Service upload: selects no pods
					base/upload/service.yaml          | targetPort: http                          | targetPort: https                        | leads to no port: https
					base/upload/network.yaml          | app.kubernetes.io/name: gateway           | app.kubernetes.io/name: gate             | matches no pods
					base/upload/service.yaml          | matchLabels:\\n      app.kubernetes.io/name: upload | matchLabels:\\n      app.kubernetes.io/name: up | PodDisruptionBudget upload: matches no pods
					base/upload/deployment.yaml       | image: safelight/upload-service           | image: safelight/uploader                | nothing builds its image safelight/uploader
					base/search/config.yaml           | SAFELIGHT_SEARCH_INDEXDIR                 | SAFELIGHT_SEARCH_INDEX_DIR               | does not read SAFELIGHT_SEARCH_INDEX_DIR
					base/imaging/config.yaml          | SAFELIGHT_IMAGING_WORKER_COUNT            | SAFELIGHT_IMAGING_WORKERS                | does not read SAFELIGHT_IMAGING_WORKERS
					base/config.yaml                  | SAFELIGHT_BIND                            | SAFELIGHT_PURCHASE_LINKPEPPER            | upload does not read SAFELIGHT_PURCHASE_LINKPEPPER
					base/upload/deployment.yaml       | name: JDK_JAVA_OPTIONS                    | name: JAVA_OPTS                          | does not read JAVA_OPTS
					base/upload/deployment.yaml       | configMapRef:\\n                name: aws | configMapRef:\\n                name: azure | there is no ConfigMap azure
					base/upload/deployment.yaml       | startupProbe:                             | lifecycle2:                              | has no startupProbe
					base/upload/deployment.yaml       | port: http                                | port: web                                | is probed at no port of its: web
					base/upload/deployment.yaml       | limits:                                   | claims:                                  | limits of cpu is no quantity: null
					base/upload/deployment.yaml       | runAsNonRoot: true                        | runAsNonRoot: false                      | may run as root
					base/upload/deployment.yaml       | allowPrivilegeEscalation: false           | allowPrivilegeEscalation: true           | may gain privileges
					base/upload/deployment.yaml       | readOnlyRootFilesystem: true              | readOnlyRootFilesystem: false            | may write to its image
					base/upload/deployment.yaml       | drop: [ALL]                               | drop: [NET_RAW]                          | keeps capabilities
					base/upload/deployment.yaml       | type: RuntimeDefault                      | type: Unconfined                         | has no seccomp profile
					base/upload/deployment.yaml       | terminationGracePeriodSeconds: 90         | terminationGracePeriodSeconds: 30        | is killed before it has ended
					base/upload/deployment.yaml       | serviceAccountName: upload                | serviceAccountName: default              | has no service account
					base/upload/deployment.yaml       | maxUnavailable: 0                         | maxUnavailable: 1                        | goes before another has come
					base/upload/deployment.yaml       | automountServiceAccountToken: false       | automountServiceAccountToken: true       | gets a token of the cluster
					base/ingress.yaml                 | name: gateway\\n                port      | name: gate\\n                port        | Ingress gateway: leads to no service
					overlays/aws/ingress.yaml         | name: gateway\\n                port      | name: gate\\n                port        | Ingress gateway: leads to no service
					overlays/aws/config.yaml          | SAFELIGHT_BUCKETSUFFIX                    | SAFELIGHT_BUCKET_SUFFIX                  | does not read SAFELIGHT_BUCKET_SUFFIX
					overlays/aws/scaling.yaml         | queueLength: "200"                        | queueLenght: "200"                       | queueLenght
					overlays/aws/scaling.yaml         | minReplicaCount: 2                        | minReplicaCount: two                     | two
					overlays/aws/scaling.yaml         | scaleTargetRef:\\n    name: upload        | scaleTargetRef:\\n    name: uploads      | scales nothing
					overlays/aws/scaling.yaml         | provider: aws                             | providers: aws                           | providers
					overlays/aws/secrets.yaml         | secretKey: value                          | secretName: value                        | secretName
					overlays/aws/network.yaml         | cidr: 169.254.170.23/32                   | cird: 169.254.170.23/32                  | cird
					""")
	void haveTheirFaultsFound(String file, String text, String fault, String said) {
		Manifests faulty = MANIFESTS.with(file, text.replace("\\n", "\n"), fault.replace("\\n", "\n"));
		List<String> faults = new ArrayList<>(typeFaults(file, faulty.documents().get(file)));
		faults.addAll(ManifestFaults.of(faulty, "overlays/aws"));
		faults.addAll(ManifestFaults.of(faulty, "overlays/local"));
		assertThat(faults).anyMatch((line) -> line.contains(said));
	}

	@Test
	void sayNothingTwice() {
		assertThatThrownBy(() -> typeFaults(
				MANIFESTS.with("base/config.yaml", "AWS_REGION: us", "AWS_REGION: eu\n  AWS_REGION: us")))
			.hasMessageContaining("duplicate key AWS_REGION");
	}

	@Test
	void patchOnlyWhatIsThere() {
		assertThatThrownBy(() -> MANIFESTS.with("overlays/aws/purchase.yaml", "name: purchase", "name: purchases")
			.built("overlays/aws")).hasMessageContaining("nothing to patch: Deployment purchases");
	}

}
