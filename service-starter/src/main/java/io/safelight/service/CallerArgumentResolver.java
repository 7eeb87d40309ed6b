package io.safelight.service;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers the {@link Caller}.
 */
final class CallerArgumentResolver implements HandlerMethodArgumentResolver {

	private final IdentityProperties identity;

	CallerArgumentResolver(IdentityProperties identity) {
		this.identity = identity;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Caller.class || isOptionalCaller(parameter);
	}

	private static boolean isOptionalCaller(MethodParameter parameter) {
		return parameter.getParameterType() == Optional.class
				&& ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve() == Caller.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Optional<Caller> caller = current();
		if (isOptionalCaller(parameter)) {
			return caller;
		}
		return caller.orElseThrow(() -> new ProblemException(HttpStatus.UNAUTHORIZED, "not-signed-in",
				"Sign in first: send a bearer token of " + this.identity.issuer() + "."));
	}

	private Optional<Caller> current() {
		return (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)
				? Optional.of(caller(token.getToken())) : Optional.empty();
	}

	private Caller caller(Jwt token) {
		List<String> roles = token.getClaimAsStringList(this.identity.rolesClaim());
		return new Caller(Objects.requireNonNull(token.getSubject(), "a checked token has a subject"),
				token.getClaimAsString("email"), (roles != null) ? Set.copyOf(roles) : Set.of());
	}

}
