package io.safelight.cloud.s3;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.adobe.testing.s3mock.S3MockApplication;
import com.adobe.testing.s3mock.s3.store.BucketStore;
import com.adobe.testing.s3mock.s3.store.MultipartStore;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * S3Mock on a free loopback port.
 */
final class S3MockServer implements AutoCloseable {

	private static final List<Class<?>> WITHOUT = List.of(SecurityAutoConfiguration.class,
			UserDetailsServiceAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
			SecurityFilterAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class,
			OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class,
			MetricsAutoConfiguration.class, SystemMetricsAutoConfiguration.class, JvmMetricsAutoConfiguration.class,
			ObservationAutoConfiguration.class);

	private final ConfigurableApplicationContext context;

	private S3MockServer(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static S3MockServer start(Optional<Path> directory) {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(S3MockApplication.class, LoopbackOnly.class);
		return new S3MockServer(builder.properties(properties(directory))
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.run());
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	UploadsInParts uploads() {
		return new UploadsInParts(this.context.getBean(BucketStore.class), this.context.getBean(MultipartStore.class));
	}

	@Override
	public void close() {
		this.context.close();
	}

	// S3Mock shares its class path with the OpenID provider: keep its security away.
	private static Map<String, Object> properties(Optional<Path> directory) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("server.port", "0");
		properties.put("server.address", "127.0.0.1");
		properties.put("http.port", "0");
		properties.put("server.ssl.enabled", "false");
		properties.put("server.forward-headers-strategy", "framework");
		properties.put("server.tomcat.keep-alive-timeout", "-1");
		properties.put("server.tomcat.max-keep-alive-requests", "-1");
		properties.put("spring.threads.virtual.enabled", "true");
		properties.put("spring.autoconfigure.exclude", String.join(",", WITHOUT.stream().map(Class::getName).toList()));
		directory.ifPresent((path) -> {
			properties.put("com.adobe.testing.s3mock.store.root", path.toString());
			properties.put("com.adobe.testing.s3mock.store.retain-files-on-exit", "true");
		});
		return properties;
	}

}
