package io.safelight.simulation.wiring;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A method of a configuration class that makes one object.
 *
 * @param name the method's name
 * @param type what it makes
 * @param holder the configuration
 * @param method the method
 * @param parameters what it needs
 */
record Definition(String name, Class<?> type, Object holder, Method method, List<Parameter> parameters) {

	static Definition of(Object holder, Method method) {
		method.setAccessible(true);
		return new Definition(method.getName(), method.getReturnType(), holder, method,
				List.of(method.getParameters()));
	}

	Object make(Object... arguments) {
		try {
			return this.method.invoke(this.holder, arguments);
		}
		catch (InvocationTargetException ex) {
			throw unchecked(ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private RuntimeException unchecked(@Nullable Throwable cause) {
		if (cause instanceof Error error) {
			throw error;
		}
		return (cause instanceof RuntimeException unchecked) ? unchecked
				: new IllegalStateException(this.method + " failed", cause);
	}

}
