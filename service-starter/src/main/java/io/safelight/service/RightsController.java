package io.safelight.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Which role may do what, read from the very annotations that are enforced
 * ({@link EndpointRules}). Who has a role is the identity provider's business.
 */
@RestController
@Tag(name = "Operations")
class RightsController {

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	RightsController(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	@GetMapping("/v1/ops/rights")
	@RolesAllowed("admin")
	@Operation(summary = "Which role may do what in this service")
	RightList rights() {
		List<Right> rights = new ArrayList<>();
		this.mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().entrySet().stream())
			.filter((entry) -> EndpointRules.isOurs(entry.getValue()))
			.map(RightsController::right)
			.forEach(rights::addAll);
		rights.sort(Comparator.comparing(Right::path).thenComparing(Right::method));
		return new RightList(rights);
	}

	private static List<Right> right(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
		Set<String> rule = EndpointRules.rule(entry.getValue());
		List<String> roles = (rule != null) ? rule.stream().sorted().toList() : List.of("nobody");
		String summary = summary(entry.getValue());
		return entry.getKey()
			.getMethodsCondition()
			.getMethods()
			.stream()
			.flatMap((method) -> entry.getKey()
				.getPatternValues()
				.stream()
				.map((path) -> new Right(method.name(), path, summary, rule != null && rule.isEmpty(), roles)))
			.toList();
	}

	private static @Nullable String summary(HandlerMethod method) {
		Operation operation = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Operation.class);
		return (operation != null && !operation.summary().isEmpty()) ? operation.summary() : null;
	}

	/**
	 * All rights.
	 *
	 * @param data by path
	 */
	record RightList(List<Right> data) {
	}

	/**
	 * Who may do something.
	 *
	 * @param method the HTTP method
	 * @param path the path in this service
	 * @param summary what it does, in words
	 * @param everybody whether nobody has to sign in
	 * @param roles one of these is needed
	 */
	record Right(String method, String path, @Nullable String summary, boolean everybody, List<String> roles) {
	}

}
