package io.safelight.infra.kubernetes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.safelight.infra.container.Compose;

/**
 * What is wrong with a system of manifests, as far as one can see without a cluster: with
 * each by itself, and with what they say of each other.
 */
final class ManifestFaults {

	private static final Pattern QUANTITY = Pattern
		.compile("\\+?(\\d+|\\d+\\.\\d*|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?");

	/** What the Dockerfile makes. */
	private static final Set<String> BUILT = Compose.here().built();

	private static final Set<String> PORTS = Set.of("port", "containerPort", "targetPort", "nodePort", "hostPort");

	/** Five seconds before, two phases of 35 s (service-starter's defaults), and room. */
	private static final int SHORTEST_STOP = 5 + 2 * 35;

	private final Map<String, Manifest> all;

	private final Set<String> images;

	private final List<String> faults = new ArrayList<>();

	private ManifestFaults(Map<String, Manifest> all, Set<String> images) {
		this.all = all;
		this.images = images;
		all.values().forEach(this::types);
		all.values().forEach(this::ports);
		of("Deployment").forEach(this::deployment);
		of("Service").forEach(this::service);
		of("Ingress").forEach(this::ingress);
		of("PodDisruptionBudget")
			.forEach((budget) -> matching(budget, budget.texts("spec", "selector", "matchLabels")));
		of("NetworkPolicy").forEach(this::policy);
		of("ScaledObject").forEach(this::scaled);
	}

	/**
	 * The faults of what a folder is built into.
	 * @param folder the folder, such as {@code overlays/aws}
	 */
	static List<String> of(Manifests manifests, String folder) {
		return new ManifestFaults(manifests.built(folder), manifests.images()).faults;
	}

	private Stream<Manifest> of(String kind) {
		return this.all.values().stream().filter((manifest) -> manifest.kind().equals(kind));
	}

	private void types(Manifest manifest) {
		Kinds.fault(manifest.content()).ifPresent((fault) -> fault(manifest, fault));
	}

	private void ports(Manifest manifest) {
		manifest.parts().forEach((part) -> part.texts().forEach((name, value) -> {
			if (PORTS.contains(name) && value.matches("-?\\d+")
					&& (Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535)) {
				fault(manifest, name + " " + value + " is no port");
			}
		}));
	}

	private void deployment(Manifest deployment) {
		Map<String, String> labels = deployment.pod().texts("metadata", "labels");
		Map<String, String> selector = deployment.texts("spec", "selector", "matchLabels");
		check(deployment, !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet()),
				"its selector does not select its own pods");
		deployment.pod()
			.each("spec", "topologySpreadConstraints")
			.forEach((spread) -> check(deployment,
					labels.entrySet().containsAll(spread.texts("labelSelector", "matchLabels").entrySet()),
					"spreads others' pods"));
		pod(deployment, deployment.pod().at("spec"));
		deployment.containers().forEach((container) -> container(deployment, container));
	}

	private void pod(Manifest deployment, Manifest pod) {
		Manifest security = pod.at("securityContext");
		check(deployment, "true".equals(security.text("runAsNonRoot")), "may run as root");
		check(deployment, "RuntimeDefault".equals(security.text("seccompProfile", "type")), "has no seccomp profile");
		check(deployment, "false".equals(pod.text("automountServiceAccountToken")), "gets a token of the cluster");
		check(deployment, !pod.has("hostNetwork") && !pod.has("hostPID") && !pod.has("hostIPC"),
				"is at home on the node");
		if (isOurs(deployment)) {
			check(deployment, this.all.containsKey("ServiceAccount " + pod.text("serviceAccountName")),
					"has no service account");
			check(deployment,
					pod.has("terminationGracePeriodSeconds")
							&& Integer.parseInt(pod.text("terminationGracePeriodSeconds")) >= SHORTEST_STOP,
					"is killed before it has ended its work");
			check(deployment, !pod.list("topologySpreadConstraints").isEmpty(), "is not spread");
			check(deployment, of("PodDisruptionBudget").anyMatch((budget) -> budget.name().equals(deployment.name())),
					"has no disruption budget");
			check(deployment, of("NetworkPolicy").anyMatch((policy) -> policy.name().equals(deployment.name())),
					"lets nobody in");
			check(deployment, "0".equals(deployment.text("spec", "strategy", "rollingUpdate", "maxUnavailable")),
					"goes before another has come");
		}
		Set<String> volumes = pod.each("volumes").map((volume) -> volume.text("name")).collect(Collectors.toSet());
		deployment.containers()
			.flatMap((container) -> container.each("volumeMounts"))
			.forEach((mount) -> check(deployment, volumes.contains(mount.text("name")),
					"mounts no volume: " + mount.text("name")));
		pod.each("volumes")
			.filter((volume) -> volume.has("emptyDir"))
			.forEach((volume) -> quantity(deployment, "size", volume.text("emptyDir", "sizeLimit")));
	}

	private static boolean isOurs(Manifest deployment) {
		return !deployment.name().equals("local-cloud");
	}

	private void container(Manifest deployment, Manifest container) {
		String image = container.text("image").replaceFirst("(:[^/]+)?(@.*)?$", "");
		check(deployment, this.images.contains(image), "its image is not in the list: " + image);
		check(deployment, !image.startsWith("safelight/") || BUILT.contains(image),
				"nothing builds its image " + image);
		Manifest security = container.at("securityContext");
		check(deployment, "false".equals(security.text("allowPrivilegeEscalation")), "may gain privileges");
		check(deployment, "true".equals(security.text("readOnlyRootFilesystem")), "may write to its image");
		check(deployment, security.list("capabilities", "drop").contains("ALL"), "keeps capabilities");
		for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
			check(deployment, container.has(probe), "has no " + probe);
		}
		for (String kind : List.of("requests", "limits")) {
			for (String resource : List.of("cpu", "memory")) {
				quantity(deployment, kind + " of " + resource, container.text("resources", kind, resource));
			}
		}
		Set<String> ports = deployment.containers()
			.flatMap((some) -> some.each("ports"))
			.flatMap((port) -> Stream.of(port.text("name"), port.text("containerPort")))
			.collect(Collectors.toSet());
		container.parts()
			.filter((part) -> part.has("path") && part.has("port"))
			.forEach((probe) -> check(deployment, ports.contains(probe.text("port")),
					"is probed at no port of its: " + probe.text("port")));
		variables(deployment, container);
	}

	private void variables(Manifest deployment, Manifest container) {
		Set<String> names = new HashSet<>();
		container.each("env").forEach((variable) -> names.add(variable.text("name")));
		container.each("envFrom").map((from) -> from.text("configMapRef", "name")).forEach((name) -> {
			Manifest map = this.all.get("ConfigMap " + name);
			check(deployment, map != null, "there is no ConfigMap " + name);
			if (map != null) {
				names.addAll(map.texts("data").keySet());
			}
		});
		Variables read = Variables.of(container.text("image").replaceFirst("^safelight/", "").replaceFirst(":.*", ""));
		names.stream()
			.filter(Predicate.not(read::contain))
			.forEach((name) -> fault(deployment, container.text("name") + " does not read " + name));
	}

	private void service(Manifest service) {
		List<Manifest> selected = selected(service.texts("spec", "selector"));
		check(service, !selected.isEmpty(), "selects no pods");
		Set<String> ports = selected.stream()
			.flatMap(Manifest::containers)
			.flatMap((container) -> container.each("ports"))
			.map((port) -> port.text("name"))
			.collect(Collectors.toSet());
		service.each("spec", "ports")
			.forEach((port) -> check(service, ports.contains(port.text("targetPort")),
					"leads to no port: " + port.text("targetPort")));
	}

	private void ingress(Manifest ingress) {
		ingress.parts().filter((part) -> part.has("service", "name")).forEach((backend) -> {
			Manifest service = this.all.get("Service " + backend.text("service", "name"));
			check(ingress,
					service != null && service.each("spec", "ports")
						.anyMatch((port) -> port.text("name").equals(backend.text("service", "port", "name"))),
					"leads to no service");
		});
	}

	private void policy(Manifest policy) {
		matching(policy, policy.texts("spec", "podSelector", "matchLabels"));
		Stream.of("ingress", "egress")
			.flatMap((way) -> policy.each("spec", way))
			.flatMap((rule) -> Stream.concat(rule.each("from"), rule.each("to")))
			.filter((peer) -> !peer.has("namespaceSelector") && !peer.has("ipBlock"))
			.forEach((peer) -> matching(policy, peer.texts("podSelector", "matchLabels")));
	}

	private void scaled(Manifest scaled) {
		check(scaled, this.all.containsKey("Deployment " + scaled.text("spec", "scaleTargetRef", "name")),
				"scales nothing");
		scaled.each("spec", "triggers")
			.filter((trigger) -> trigger.has("authenticationRef"))
			.forEach((trigger) -> check(scaled,
					this.all.containsKey("TriggerAuthentication " + trigger.text("authenticationRef", "name")),
					"has no authentication"));
	}

	private void matching(Manifest manifest, Map<String, String> labels) {
		check(manifest, !selected(labels).isEmpty(), "matches no pods: " + labels);
	}

	private List<Manifest> selected(Map<String, String> labels) {
		return of("Deployment").filter(
				(deployment) -> deployment.pod().texts("metadata", "labels").entrySet().containsAll(labels.entrySet()))
			.toList();
	}

	private void quantity(Manifest manifest, String what, String quantity) {
		check(manifest, QUANTITY.matcher(quantity).matches(), what + " is no quantity: " + quantity);
	}

	private void check(Manifest manifest, boolean good, String fault) {
		if (!good) {
			fault(manifest, fault);
		}
	}

	private void fault(Manifest manifest, String fault) {
		this.faults.add(manifest.id() + ": " + fault);
	}

}
