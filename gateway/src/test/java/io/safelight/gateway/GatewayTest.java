package io.safelight.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole gateway over HTTP, with stubs in the place of the services. A
 * service may be silent for 2 s.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "safelight.gateway.upstream.silence=2s",
				"safelight.gateway.site.issuer=https://identity.example",
				"safelight.gateway.site.storage=https://uploads.example" })
@ContextConfiguration(initializers = Stubs.class)
public @interface GatewayTest {

}
