package io.safelight.gateway;

import java.net.http.HttpClient;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * How the gateway itself asks services something: briefly.
 */
@Configuration(proxyBeanMethods = false)
class ServiceClientConfiguration {

	@Bean
	RestClient serviceRestClient() {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build());
		requests.setReadTimeout(Duration.ofSeconds(3));
		return RestClient.builder().requestFactory(requests).build();
	}

}
