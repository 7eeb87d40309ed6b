package io.safelight.infra.container;

import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.safelight.infra.Services;
import io.safelight.infra.container.Compose.Service;
import io.safelight.infra.kubernetes.Variables;

/**
 * What is wrong with {@code docker-compose.yml}, as far as one can see without Docker.
 */
final class ComposeFaults {

	/**
	 * What we say of a service; of what else there may be, nothing has been looked at.
	 */
	private static final Set<String> KEYS = Set.of("image", "build", "command", "environment", "volumes", "ports",
			"networks", "tmpfs", "healthcheck", "depends_on", "restart", "read_only", "cap_drop", "security_opt",
			"stop_grace_period", "logging", "mem_limit", "profiles");

	private static final Set<String> HEALTH = Set.of("test", "interval", "timeout", "retries", "start_period");

	private static final Pattern PUBLISHED = Pattern.compile("127\\.0\\.0\\.1:(\\d{2,5}):(\\d{2,5})");

	private static final Pattern MEMORY = Pattern.compile("\\d+[mg]");

	/** What others' images read, of which we know no list that one could ask. */
	private static final Map<String, Pattern> OTHERS = Map.of("localstack",
			Pattern.compile("SERVICES|EXTRA_CORS_ALLOWED_ORIGINS|DISABLE_EVENTS"), "grafana",
			Pattern.compile("GF_(AUTH|ANALYTICS|DASHBOARDS)_[A-Z_]+"));

	private final Compose compose;

	private final Dockerfile dockerfile;

	private final List<String> faults = new ArrayList<>();

	private ComposeFaults(Compose compose, Dockerfile dockerfile) {
		this.compose = compose;
		this.dockerfile = dockerfile;
		compose.services().values().forEach(this::service);
		compose.profiles().forEach(this::together);
		Set<String> used = compose.services()
			.values()
			.stream()
			.flatMap((service) -> service.texts("volumes").stream())
			.map((volume) -> volume.replaceFirst(":.*", ""))
			.filter((volume) -> !volume.startsWith("."))
			.collect(Collectors.toSet());
		check("volumes", used.equals(compose.volumes()), "are " + compose.volumes() + ", used are " + used);
	}

	static List<String> of(Compose compose, Dockerfile dockerfile) {
		return new ComposeFaults(compose, dockerfile).faults;
	}

	private void service(Service service) {
		String name = service.name();
		service.content()
			.keySet()
			.forEach((key) -> check(name, KEYS.contains(key.toString()), "has an unknown key " + key));
		check(name, Compose.map(service.content(), "healthcheck").keySet().equals(HEALTH),
				"has no health check with all of " + new TreeSet<>(HEALTH));
		check(name, MEMORY.matcher(service.text("mem_limit")).matches(), "has no limit of memory");
		check(name, service.text("restart").equals("unless-stopped"), "is not restarted");
		service.texts("ports")
			.forEach((port) -> check(name, PUBLISHED.matcher(port).matches(),
					"is published to others than this machine: " + port));
		service.texts("volumes")
			.stream()
			.filter((volume) -> volume.startsWith("./"))
			.forEach((volume) -> check(name, Files.exists(Compose.ROOT.resolve(volume.replaceFirst(":.*", ""))),
					"mounts what is not there: " + volume));
		if (service.isOurs()) {
			ours(service);
		}
		else {
			check(name, Dockerfile.isPinned(service.image()), "has an image that is not pinned: " + service.image());
			Pattern known = OTHERS.getOrDefault(name, Pattern.compile("nothing"));
			service.environment()
				.keySet()
				.forEach((variable) -> check(name, known.matcher(variable).matches(), "does not read " + variable));
		}
	}

	private void ours(Service service) {
		String name = service.name();
		String module = service.argument("MODULE");
		check(name, this.dockerfile.modules().contains(module), "nothing builds its module " + module);
		check(name, service.image().equals("safelight/" + module), "calls its image " + service.image());
		check(name, this.dockerfile.arguments().containsAll(service.arguments()),
				"has arguments that the Dockerfile does not: " + service.arguments());
		String port = module.equals("local-cloud") ? "4566" : Services.ports().get(module.replace("-service", ""));
		check(name, service.argument("PORT").equals(port), "listens at " + port);
		check(name, "true".equals(service.text("read_only")), "may write to its image");
		check(name, service.texts("cap_drop").equals(List.of("ALL")), "keeps capabilities");
		check(name, service.texts("security_opt").contains("no-new-privileges:true"), "may gain privileges");
		check(name, service.texts("tmpfs").stream().anyMatch((mount) -> mount.startsWith("/tmp:size=")),
				"has no /tmp of limited size");
		check(name, !module.equals("local-cloud") || service.text("tmpfs").contains(",exec"),
				"cannot load the library that it unpacks");
		check(name, service.text("stop_grace_period").equals("90s"), "is killed before it has ended its work");
		Variables read = Variables.of(module);
		service.environment()
			.keySet()
			.forEach((variable) -> check(name, read.contain(variable), "does not read " + variable));
	}

	/** What runs with one profile: whom each waits for and talks to is there. */
	private void together(String profile) {
		List<Service> running = this.compose.running(profile);
		List<String> names = running.stream().flatMap((service) -> service.names().stream()).toList();
		check(profile, names.size() == Set.copyOf(names).size(), "two have one name in " + names);
		List<String> published = running.stream()
			.flatMap((service) -> service.texts("ports").stream())
			.map((port) -> port.replaceFirst(":\\d+$", ""))
			.toList();
		check(profile, published.size() == Set.copyOf(published).size(), "two publish one port in " + published);
		running.forEach((service) -> {
			waits(service, profile, running);
			addresses(service).filter((address) -> !names.contains(address.getHost()))
				.filter((address) -> !published.contains(address.getHost() + ":" + address.getPort()))
				.forEach((address) -> fault(service.name(), "nobody is at " + address + " with " + profile));
		});
	}

	private void waits(Service service, String profile, List<Service> running) {
		Compose.map(service.content(), "depends_on").forEach((name, value) -> {
			boolean optional = value instanceof Map<?, ?> how && Boolean.FALSE.equals(how.get("required"));
			check(service.name(), value instanceof Map<?, ?> how && "service_healthy".equals(how.get("condition")),
					"does not wait until " + name + " is healthy");
			check(service.name(), this.compose.services().containsKey(name.toString()), "waits for nobody: " + name);
			check(service.name(),
					optional || running.stream().anyMatch((other) -> other.name().equals(name.toString())),
					"waits for " + name + ", which does not run with " + profile);
		});
	}

	private static Stream<URI> addresses(Service service) {
		return service.environment().values().stream().filter((value) -> value.startsWith("http://")).map(URI::create);
	}

	private void check(String name, boolean good, String fault) {
		if (!good) {
			fault(name, fault);
		}
	}

	private void fault(String name, String fault) {
		this.faults.add(name + ": " + fault);
	}

}
