package io.safelight.service.live;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Streams of events, in every service that has some to tell.
 */
@AutoConfiguration
@ConditionalOnBean(LiveSource.class)
@EnableConfigurationProperties(LiveProperties.class)
public class LiveAutoConfiguration {

	@Bean
	LiveStreams liveStreams(LiveSource source, LiveProperties properties, Clock clock, JsonMapper json,
			MeterRegistry meters) {
		return new LiveStreams(source, properties, clock, json, meters);
	}

}
