package io.safelight.infra;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.sqs.QueueProperties;
import io.safelight.messaging.topology.Topology;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.StringUtils;

/**
 * What a service declares in code, taken from the very methods that make the beans. The
 * handlers that routes lead to are empty: nobody calls them.
 *
 * @param service its short name
 * @param topology what it owns
 * @param routes what it listens to
 * @param queue how its queue is set up
 */
record Declared(String service, Topology topology, MessageRoutes routes, QueueProperties queue) {

	static final List<String> SERVICES = List.of("upload", "publication", "imaging", "catalog", "search", "purchase",
			"notification");

	private static final SpringObjenesis EMPTY = new SpringObjenesis();

	static List<Declared> all() {
		return SERVICES.stream().map(Declared::of).toList();
	}

	private static Declared of(String service) {
		try {
			Class<?> configuration = Class
				.forName("io.safelight." + service + "." + StringUtils.capitalize(service) + "Configuration");
			Binder binder = Binder.get(Services.environment(service + "-service"));
			return new Declared(service, (Topology) bean(configuration, "topology", binder),
					(MessageRoutes) bean(configuration, "routes", binder),
					binder.bindOrCreate("safelight.messaging.queue", QueueProperties.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("What " + service + " declares cannot be read", ex);
		}
	}

	private static Object bean(Class<?> configuration, String name, Binder binder)
			throws InvocationTargetException, IllegalAccessException {
		Method method = Arrays.stream(configuration.getDeclaredMethods())
			.filter((some) -> some.getName().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(configuration + " has no bean '" + name + "'"));
		method.setAccessible(true);
		Object[] arguments = Arrays.stream(method.getParameterTypes()).map((type) -> argument(type, binder)).toArray();
		return method.invoke(EMPTY.newInstance(configuration), arguments);
	}

	private static Object argument(Class<?> type, Binder binder) {
		ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
		return (properties != null) ? binder.bindOrCreate(properties.value(), type) : EMPTY.newInstance(type);
	}

}
