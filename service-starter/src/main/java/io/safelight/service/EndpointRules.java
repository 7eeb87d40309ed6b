package io.safelight.service;

import java.util.List;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Refuses to start a service with an endpoint that does not say who may call it. A
 * forgotten annotation must not become an open door.
 */
final class EndpointRules implements SmartInitializingSingleton {

	private final List<RequestMappingHandlerMapping> mappings;

	EndpointRules(List<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<String> open = this.mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().values().stream())
			.filter(EndpointRules::isOurs)
			.filter((method) -> !hasRule(method))
			.map(HandlerMethod::getShortLogMessage)
			.toList();
		if (!open.isEmpty()) {
			throw new IllegalStateException("These endpoints do not say who may call them: " + open
					+ ". Put @RolesAllowed, @PermitAll or @DenyAll on each method.");
		}
	}

	private static boolean isOurs(HandlerMethod method) {
		return method.getBeanType().getPackageName().startsWith("io.safelight");
	}

	private static boolean hasRule(HandlerMethod method) {
		return List.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
			.stream()
			.anyMatch((rule) -> AnnotatedElementUtils.hasAnnotation(method.getMethod(), rule)
					|| AnnotatedElementUtils.hasAnnotation(method.getBeanType(), rule));
	}

}
