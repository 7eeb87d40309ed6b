package io.safelight.imaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.imaging.darkroom.Darkroom;
import io.safelight.imaging.darkroom.WorkerPool;
import io.safelight.imaging.render.PixelBudget;
import io.safelight.imaging.rendition.Carriers;
import io.safelight.imaging.rendition.DiscardingRenditions;
import io.safelight.imaging.rendition.FairTurns;
import io.safelight.imaging.rendition.GeneratingRenditions;
import io.safelight.imaging.rendition.ImagingMessages;
import io.safelight.imaging.rendition.MakingCopies;
import io.safelight.imaging.rendition.PhotoObjects;
import io.safelight.imaging.rendition.RenditionSets;
import io.safelight.imaging.rendition.S3PhotoObjects;
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
		PixelBudget budget = new PixelBudget(properties.pixelsInFlight());
		Gauge.builder("imaging.pixels.free", budget, PixelBudget::free)
			.description("Pixels that may be decoded without waiting")
			.register(meters);
		return budget;
	}

	@Bean
	WorkerPool darkroom(ImagingProperties properties, PixelBudget budget, MeterRegistry meters) {
		WorkerPool darkroom = new WorkerPool(properties.workers(), budget, new DarkroomMeters(meters));
		darkroom.prepare();
		return darkroom;
	}

	@Bean
	FairTurns fairTurns(ImagingProperties properties, MeterRegistry meters) {
		FairTurns turns = new FairTurns(properties.turns());
		Gauge.builder("imaging.waiting", turns, FairTurns::waiting)
			.description("Photos that were received and wait for their turn")
			.register(meters);
		return turns;
	}

	@Bean
	PhotoObjects photoObjects(S3Client s3, ImagingProperties properties) {
		return new S3PhotoObjects(s3, properties.maxFileSize().toBytes(), properties.saleClass());
	}

	@Bean
	RenditionSets renditionSets(Store store) {
		return new RenditionSets(store);
	}

	@Bean
	Carriers carriers() {
		return Carriers.threads();
	}

	@Bean
	MakingCopies makingCopies(PhotoObjects objects, Darkroom darkroom, FairTurns turns, ImagingProperties properties,
			Carriers carriers) {
		return new MakingCopies(objects, darkroom, carriers, turns, properties.webp());
	}

	@Bean
	GeneratingRenditions generatingRenditions(RenditionSets sets, PhotoObjects objects, MakingCopies making) {
		return new GeneratingRenditions(sets, objects, making);
	}

	@Bean
	DiscardingRenditions discardingRenditions(RenditionSets sets, PhotoObjects objects) {
		return new DiscardingRenditions(sets, objects);
	}

}
