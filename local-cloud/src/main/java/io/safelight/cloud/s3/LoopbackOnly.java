package io.safelight.cloud.s3;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Binds S3Mock's second connector to the loopback interface too: it would listen on every
 * address.
 */
@Configuration(proxyBeanMethods = false)
class LoopbackOnly {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> secondConnectorOnLoopback() {
		return (factory) -> factory.getAdditionalConnectors().forEach(LoopbackOnly::bind);
	}

	private static void bind(Connector connector) {
		connector.setProperty("address", "127.0.0.1");
	}

	@Bean
	TomcatConnectorCustomizer largeUnreadBodies() {
		return (connector) -> connector.setProperty("maxSwallowSize", "-1");
	}

}
