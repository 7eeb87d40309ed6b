package io.safelight.gateway.route;

import java.net.URI;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;

import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.prefixPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

/**
 * The routes. What is not listed here is not reachable from outside: of each service only
 * {@code /v1/**}, so neither its actuator nor anything else that it may serve.
 */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

	@Bean
	RouterFunction<ServerResponse> routes(Services services) {
		return Services.NAMES.stream()
			.map((name) -> api(name, services.address(name)))
			.reduce(RouterFunction::and)
			.orElseThrow()
			.and(media(services.address("imaging")))
			.and(downloads(services.address("purchase")));
	}

	private static RouterFunction<ServerResponse> api(String name, URI address) {
		return route(name).route(path("/api/" + name + "/v1/**"), http())
			.filter(new ServiceFailures(name))
			.before(stripPrefix(2))
			.before(uri(address))
			.after(new PublicLocations(address, "/api/" + name))
			.build();
	}

	private static RouterFunction<ServerResponse> media(URI imaging) {
		return route("media").route(path("/media/**"), http())
			.filter(new ServiceFailures("imaging"))
			.before(prefixPath("/v1"))
			.before(uri(imaging))
			.build();
	}

	private static RouterFunction<ServerResponse> downloads(URI purchase) {
		return route("downloads").route(path("/d/**"), http())
			.filter(new ServiceFailures("purchase"))
			.before(uri(purchase))
			.after(new PublicLocations(purchase, "/api/purchase"))
			.build();
	}

	@Bean
	ProxyExchange proxyExchange(CloseableHttpClient upstream) {
		return new StreamingProxyExchange(upstream);
	}

	@Bean
	BreakOffFilter breakOffFilter() {
		return new BreakOffFilter();
	}

	@Bean
	InboundHeaders inboundHeaders() {
		return new InboundHeaders();
	}

	/**
	 * A client that changes nothing: it neither follows redirects nor unpacks, repeats,
	 * remembers cookies or upgrades.
	 */
	@Bean(destroyMethod = "close")
	CloseableHttpClient upstream(UpstreamProperties properties) {
		ConnectionConfig connection = ConnectionConfig.custom()
			.setConnectTimeout(properties.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
			.setSocketTimeout((int) properties.silence().toMillis(), TimeUnit.MILLISECONDS)
			.setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
			.build();
		return HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setDefaultConnectionConfig(connection)
				.setMaxConnPerRoute(properties.connections())
				.setMaxConnTotal(properties.connections() * Services.NAMES.size())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setResponseTimeout(properties.silence().toMillis(), TimeUnit.MILLISECONDS)
				.setProtocolUpgradeEnabled(false)
				.build())
			.disableRedirectHandling()
			.disableContentCompression()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableDefaultUserAgent()
			.build();
	}

}
