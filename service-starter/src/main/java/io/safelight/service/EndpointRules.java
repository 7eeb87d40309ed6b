package io.safelight.service;

import java.util.List;
import java.util.Set;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may call an endpoint is said on its method by {@link RolesAllowed},
 * {@link PermitAll} or {@link DenyAll}, and decided before anything of the request is
 * read: whoever may not come in learns nothing of what would have been wrong with it.
 *
 * <p>
 * A service with an endpoint of ours that says nothing does not start: a forgotten
 * annotation must not become an open door.
 */
final class EndpointRules implements HandlerInterceptor, SmartInitializingSingleton {

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	EndpointRules(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<String> open = this.mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().values().stream())
			.filter(EndpointRules::isOurs)
			.filter((method) -> rule(method) == null)
			.map(HandlerMethod::getShortLogMessage)
			.toList();
		if (!open.isEmpty()) {
			throw new IllegalStateException("These endpoints do not say who may call them: " + open
					+ ". Put @RolesAllowed, @PermitAll or @DenyAll on each method.");
		}
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && isOurs(method) && !mayCall(rule(method))) {
			throw new AccessDeniedException("The endpoint's rule does not let this caller in");
		}
		return true;
	}

	static boolean isOurs(HandlerMethod method) {
		return method.getBeanType().getPackageName().startsWith("io.safelight");
	}

	/**
	 * The roles of which one is needed; none at all for everybody; null if nothing is
	 * said.
	 */
	static @Nullable Set<String> rule(HandlerMethod method) {
		if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), PermitAll.class)) {
			return Set.of();
		}
		if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), DenyAll.class)) {
			return Set.of("nobody");
		}
		RolesAllowed roles = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RolesAllowed.class);
		return (roles != null && roles.value().length > 0) ? Set.of(roles.value()) : null;
	}

	private static boolean mayCall(@Nullable Set<String> roles) {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return roles != null
				&& (roles.isEmpty()
						|| (caller != null && caller.getAuthorities()
							.stream()
							.map(GrantedAuthority::getAuthority)
							.anyMatch((authority) -> authority != null
									&& authority.startsWith(ServiceAutoConfiguration.ROLE)
									&& roles.contains(authority.substring(ServiceAutoConfiguration.ROLE.length())))));
	}

}
