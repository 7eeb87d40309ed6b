package io.safelight.simulation.wiring;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;

/**
 * The objects of one running instance, made when they are first asked for. Not
 * thread-safe.
 */
public final class Wired {

	private final Blueprint blueprint;

	private final List<Object> ports;

	private final Map<Definition, Object> made = new IdentityHashMap<>();

	private final Map<Class<?>, Object> asked = new IdentityHashMap<>();

	Wired(Blueprint blueprint, List<Object> ports) {
		this.blueprint = blueprint;
		this.ports = ports;
	}

	/**
	 * The object of a type.
	 * @throws UnwiredException if nobody makes one
	 */
	public <T> T get(Class<T> type) {
		Object known = this.asked.get(type);
		if (known == null) {
			known = resolve(type, "");
			this.asked.put(type, known);
		}
		return type.cast(known);
	}

	/**
	 * All objects of a type that can be made here.
	 * @param leftOut gets the names of those that cannot
	 */
	public <T> List<T> all(Class<T> type, List<String> leftOut) {
		List<T> all = new ArrayList<>();
		for (Definition definition : this.blueprint.definitions()) {
			if (type.isAssignableFrom(definition.type())) {
				try {
					all.add(type.cast(make(definition)));
				}
				catch (UnwiredException ex) {
					leftOut.add(this.blueprint.service() + ": " + definition.name() + ": " + ex.getMessage());
				}
			}
		}
		return all;
	}

	private Object resolve(Class<?> type, String name) {
		return port(type).or(() -> settings(type)).orElseGet(() -> make(definition(type, name)));
	}

	private Optional<Object> port(Class<?> type) {
		for (Object port : this.ports) {
			if (type.isInstance(port)) {
				return Optional.of(port);
			}
		}
		return Optional.empty();
	}

	private Optional<Object> settings(Class<?> type) {
		return this.blueprint.areProperties(type) ? Optional.of(this.blueprint.properties(type)) : Optional.empty();
	}

	private Definition definition(Class<?> type, String name) {
		@Nullable Definition found = null;
		for (Definition definition : this.blueprint.definitions()) {
			if (type.isAssignableFrom(definition.type())) {
				if (definition.name().equals(name)) {
					return definition;
				}
				if (found != null) {
					throw new UnwiredException(
							"both " + found.name() + " and " + definition.name() + " make a " + type.getSimpleName());
				}
				found = definition;
			}
		}
		if (found == null) {
			throw new UnwiredException("nobody makes a " + type.getSimpleName());
		}
		return found;
	}

	private Object make(Definition definition) {
		Object known = this.made.get(definition);
		if (known == null) {
			known = port(definition.type()).orElseGet(() -> definition.make(arguments(definition)));
			this.made.put(definition, known);
		}
		return known;
	}

	private Object[] arguments(Definition definition) {
		return definition.parameters().stream().map(this::argument).toArray();
	}

	private Object argument(Parameter parameter) {
		Value value = parameter.getAnnotation(Value.class);
		if (value != null) {
			return this.blueprint.text(value.value());
		}
		if (parameter.getType() == ObjectProvider.class) {
			Class<?> wanted = (Class<?>) ((ParameterizedType) parameter.getParameterizedType())
				.getActualTypeArguments()[0];
			return new Provided<>(port(wanted).orElse(null));
		}
		return resolve(parameter.getType(), parameter.getName());
	}

	/** What is there or not. */
	private record Provided<T>(@Nullable T object) implements ObjectProvider<T> {

		@Override
		public T getObject() {
			if (this.object == null) {
				throw new org.springframework.beans.factory.NoSuchBeanDefinitionException("none");
			}
			return this.object;
		}

		@Override
		public @Nullable T getIfAvailable() {
			return this.object;
		}

		@Override
		public @Nullable T getIfUnique() {
			return this.object;
		}

	}

}
