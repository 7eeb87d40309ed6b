package io.safelight.service;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Tells in a service's description what its records promise already: a component that is
 * not {@link Nullable} is always there. Clients get types from it in which nothing has to
 * be guessed.
 */
final class DescribedRecords implements ModelConverter {

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		Class<?> described = Json31.mapper().constructType(type.getType()).getRawClass();
		if (schema != null && described.isRecord()) {
			require(described, defined(schema, context));
		}
		return schema;
	}

	private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
		String reference = schema.get$ref();
		return (reference == null) ? schema : Objects.requireNonNullElse(
				context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1)), schema);
	}

	private static void require(Class<?> described, Schema<?> schema) {
		for (RecordComponent component : described.getRecordComponents()) {
			String name = name(component);
			if (isAlwaysThere(component) && isIn(schema, name)) {
				schema.addRequiredItem(name);
			}
		}
	}

	private static boolean isIn(Schema<?> schema, String property) {
		return schema.getProperties() != null && schema.getProperties().containsKey(property)
				&& (schema.getRequired() == null || !schema.getRequired().contains(property));
	}

	private static boolean isAlwaysThere(RecordComponent component) {
		return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	private static String name(RecordComponent component) {
		JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
		return (renamed != null && !renamed.value().isEmpty()) ? renamed.value() : component.getName();
	}

}
