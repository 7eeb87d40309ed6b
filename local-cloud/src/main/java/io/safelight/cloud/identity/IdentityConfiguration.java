package io.safelight.cloud.identity;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * The provider's own Spring context. Nothing is found by scanning or auto-configuration:
 * another Spring application, S3Mock, lives on the same class path.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class IdentityConfiguration {

	@Bean
	TomcatServletWebServerFactory webServer(InetSocketAddress door) {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(door.getPort());
		factory.setAddress(door.getAddress());
		// Cookies do not know ports: the site on the same host must not overwrite this
		// one.
		// Filters run only where some servlet is found.
		factory.getSettings().setRegisterDefaultServlet(true);
		factory.getSettings().getSession().getCookie().setName("SAFELIGHT_IDENTITY");
		return factory;
	}

	@Bean
	@Order(1)
	SecurityFilterChain protocolEndpoints(HttpSecurity http, RegisteredClientRepository clients, JwtGenerator tokens,
			DaoAuthenticationProvider users) {
		http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.tokenGenerator(tokens)
				.clientAuthentication((client) -> client.authenticationConverter(PasswordGrant::clientIn)
					.authenticationProvider(new PasswordClientProvider(clients)))
				.tokenEndpoint((token) -> token.accessTokenRequestConverter(PasswordGrant::read)
					.authenticationProvider(new PasswordGrantProvider(users, tokens)))
				.oidc((oidc) -> oidc.userInfoEndpoint((info) -> info.authenticationProvider(new UserInfoProvider())));
		});
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.oauth2ResourceServer((resources) -> resources.jwt(Customizer.withDefaults()))
			.cors(Customizer.withDefaults())
			.exceptionHandling((failures) -> failures
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"),
						PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorize"))
				.defaultAuthenticationEntryPointFor(new BearerTokenAuthenticationEntryPoint(),
						AnyRequestMatcher.INSTANCE))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.formLogin((login) -> login.loginPage("/login").permitAll())
			.build();
	}

	@Bean
	ServletRegistrationBean<LoginPage> loginPage() {
		return new ServletRegistrationBean<>(new LoginPage(), "/login");
	}

	@Bean
	AuthorizationServerSettings settings(URI issuer) {
		return AuthorizationServerSettings.builder().issuer(issuer.toString()).build();
	}

	@Bean
	RegisteredClientRepository clients() {
		return IdentityClients.all();
	}

	@Bean
	DaoAuthenticationProvider users() {
		return new DaoAuthenticationProvider(demoUsers());
	}

	@Bean
	JWKSource<SecurityContext> keys(RSAKey key) {
		return new ImmutableJWKSet<>(new JWKSet(key));
	}

	@Bean
	JwtGenerator tokens(JWKSource<SecurityContext> keys, Clock clock) {
		JwtEncoder encoder = new NimbusJwtEncoder(keys);
		JwtGenerator generator = new JwtGenerator(encoder);
		generator.setClock(clock);
		generator.setJwtCustomizer(new TokenClaims(clock));
		return generator;
	}

	@Bean
	JwtDecoder decoder(RSAKey key, URI issuer) throws JOSEException {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey()).build();
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer.toString()));
		return decoder;
	}

	@Bean
	CorsConfigurationSource corsConfigurationSource() {
		CorsConfiguration sites = new CorsConfiguration();
		sites.setAllowedOriginPatterns(List.of("http://127.0.0.1:[*]"));
		sites.setAllowedMethods(List.of("GET", "POST"));
		sites.setAllowedHeaders(List.of("Authorization", "Content-Type"));
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", sites);
		return source;
	}

	private static UserDetailsService demoUsers() {
		return (name) -> DemoUser.named(name)
			.map((user) -> User.withUsername(user.userName())
				.password("{noop}" + DemoUser.PASSWORD)
				.roles(user.roles().toArray(String[]::new))
				.build())
			.orElseThrow(() -> new UsernameNotFoundException("There is no such demo user"));
	}

}
