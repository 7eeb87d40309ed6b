package io.safelight.imaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.imaging.render.PhotoRenderer;
import io.safelight.imaging.render.PixelBudget;
import io.safelight.imaging.render.RenderingWorkers;
import io.safelight.imaging.rendition.DiscardingRenditions;
import io.safelight.imaging.rendition.GeneratingRenditions;
import io.safelight.imaging.rendition.ImagingMessages;
import io.safelight.imaging.rendition.PhotoObjects;
import io.safelight.imaging.rendition.RenditionSets;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.topology.Topology;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the service together.
 */
@Configuration(proxyBeanMethods = false)
class ImagingConfiguration {

	@Bean
	Topology topology() {
		return ImagingMessages.topology();
	}

	@Bean
	MessageRoutes routes(GeneratingRenditions generating, DiscardingRenditions discarding) {
		return ImagingMessages.routes(generating, discarding);
	}

	@Bean
	PixelBudget pixelBudget(ImagingProperties properties, MeterRegistry meters) {
		PixelBudget budget = new PixelBudget(properties.pixelsInFlightOrHeap());
		Gauge.builder("imaging.pixels.free", budget, PixelBudget::free)
			.description("Pixels that may be taken into work without waiting")
			.register(meters);
		return budget;
	}

	@Bean
	RenderingWorkers renderingWorkers(ImagingProperties properties, PixelBudget budget) {
		return new RenderingWorkers(new PhotoRenderer(properties.limits(), budget), properties.threadsOrProcessors());
	}

	@Bean
	PhotoObjects photoObjects(S3Client s3, ImagingProperties properties) {
		return new PhotoObjects(s3, properties.maxFileSize().toBytes());
	}

	@Bean
	RenditionSets renditionSets(Store store) {
		return new RenditionSets(store);
	}

	@Bean
	GeneratingRenditions generatingRenditions(RenditionSets sets, PhotoObjects objects, RenderingWorkers workers,
			MeterRegistry meters) {
		return new GeneratingRenditions(sets, objects, workers, meters);
	}

	@Bean
	DiscardingRenditions discardingRenditions(RenditionSets sets, PhotoObjects objects) {
		return new DiscardingRenditions(sets, objects);
	}

}
