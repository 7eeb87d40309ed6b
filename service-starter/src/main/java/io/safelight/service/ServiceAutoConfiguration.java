package io.safelight.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.Tracer;
import io.swagger.v3.core.converter.ModelConverter;
import jakarta.servlet.DispatcherType;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every service gets: tokens are checked, endpoints have rules, errors have a shape.
 */
@AutoConfiguration(before = { SecurityAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class })
@EnableConfigurationProperties(IdentityProperties.class)
@Import(Problems.class)
public class ServiceAutoConfiguration {

	static final String ROLE = "ROLE_";

	/**
	 * The web rules let everything through to the methods, each of which says who may
	 * call it ({@link EndpointRules}). A token that is sent is checked in any case.
	 */
	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, IdentityProperties identity, JsonMapper json) {
		SecurityProblems problems = new SecurityProblems(json);
		return http.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.TRACE)
				.denyAll()
				.anyRequest()
				.permitAll())
			.oauth2ResourceServer((server) -> server.withObjectPostProcessor(answeringWith(problems))
				.authenticationEntryPoint(problems)
				.accessDeniedHandler(problems)
				.jwt((jwt) -> jwt.jwtAuthenticationConverter(authorities(identity))))
			.exceptionHandling((errors) -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.build();
	}

	/**
	 * Otherwise an identity provider that does not answer would look like an error of
	 * ours.
	 */
	private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringWith(SecurityProblems problems) {
		return new ObjectPostProcessor<>() {

			@Override
			public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
				filter.setAuthenticationFailureHandler(problems::commence);
				return filter;
			}

		};
	}

	private static JwtAuthenticationConverter authorities(IdentityProperties identity) {
		JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter((jwt) -> roles(jwt, identity.rolesClaim()));
		return converter;
	}

	private static Collection<GrantedAuthority> roles(Jwt jwt, String claim) {
		List<String> roles = jwt.getClaimAsStringList(claim);
		List<GrantedAuthority> authorities = new ArrayList<>();
		if (roles != null) {
			roles.forEach((role) -> authorities.add(new SimpleGrantedAuthority(ROLE + role)));
		}
		return authorities;
	}

	/** Keys are fetched when the first token comes, so services start in any order. */
	@Bean
	JwtDecoder jwtDecoder(IdentityProperties identity) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(identity.keys()).validateType(false).build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
				JwtValidators.createDefaultWithIssuer(identity.issuer().toString()),
				new JwtClaimValidator<Collection<String>>("aud",
						(audience) -> audience != null && audience.contains(identity.audience()))));
		return decoder;
	}

	/** Who calls is no parameter of the API. */
	@Bean
	@ConditionalOnClass(SpringDocUtils.class)
	InitializingBean callerIsNoParameter() {
		return () -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
	}

	@Bean
	@ConditionalOnClass(ModelConverter.class)
	ModelConverter describedRecords() {
		return new DescribedRecords();
	}

	@Bean
	EndpointRules endpointRules(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new EndpointRules(mappings);
	}

	@Bean
	RightsController rightsController(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new RightsController(mappings);
	}

	/** Behind the filter of Spring's that begins the request's span. */
	@Bean
	FilterRegistrationBean<RequestTraceFilter> requestTraceFilter(ObjectProvider<Tracer> tracers) {
		FilterRegistrationBean<RequestTraceFilter> registration = new FilterRegistrationBean<>(
				new RequestTraceFilter(tracers.getIfAvailable()));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		return registration;
	}

	/** Health checks and scrapes are no requests that anybody waits for. */
	@Bean
	ObservationPredicate requestsOfPeopleOnly() {
		return (name, context) -> !(context instanceof ServerRequestObservationContext request
				&& request.getCarrier() != null && request.getCarrier().getRequestURI().startsWith("/actuator"));
	}

	/** Each request would have six more spans, of which none was ever looked for. */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	WebMvcConfigurer callersAndRules(IdentityProperties identity, EndpointRules rules) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(rules);
			}

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new CallerArgumentResolver(identity));
			}

		};
	}

}
