package io.safelight.search;

import java.time.Clock;

import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.autoconfigure.PeriodicTask;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.topology.Topology;
import io.safelight.search.document.RememberPhotos;
import io.safelight.search.document.SearchDocuments;
import io.safelight.search.index.FollowDocuments;
import io.safelight.search.index.FollowDocuments.Rhythm;
import io.safelight.search.index.ImageSearch;
import io.safelight.search.index.PhotoIndex;
import io.safelight.search.index.PhotoProjection;
import io.safelight.search.index.SimilarImages;
import io.safelight.search.index.Suggestions;
import io.safelight.search.index.Trends;
import io.safelight.search.message.PhotoOnSale;
import io.safelight.search.message.PhotoPopularity;
import io.safelight.search.message.PhotoWithdrawn;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the search: what it owns, what comes in, how the index follows.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchProperties.class)
class SearchConfiguration {

	/** In sequence, so that the index does not go back in time where order can be had. */
	private static final String CATALOG_EVENTS = "safelight-catalog-events.fifo";

	@Bean
	Topology topology() {
		return Topology.of("search")
			.topic("safelight-search-events")
			.table(SearchDocuments.TABLE)
			.table(SearchDocuments.GENERATIONS);
	}

	@Bean
	MessageRoutes routes(RememberPhotos remember) {
		return MessageRoutes.consumedBy("search")
			.from(CATALOG_EVENTS)
			.on("photo-listed.v1", PhotoOnSale.class, remember::on)
			.on("photo-changed.v1", PhotoOnSale.class, remember::on)
			.on("photo-withdrawn.v1", PhotoWithdrawn.class, remember::on)
			.on("photo-popularity-changed.v1", PhotoPopularity.class, remember::on)
			.build();
	}

	@Bean
	SearchDocuments searchDocuments(Store store) {
		return new SearchDocuments(store);
	}

	@Bean
	RememberPhotos rememberPhotos(SearchDocuments documents, FollowDocuments follow, Clock clock) {
		return new RememberPhotos(documents, follow::announce, clock);
	}

	/** Closed by {@link IndexLifecycle}, after its last commit. */
	@Bean(destroyMethod = "")
	PhotoIndex photoIndex(SearchProperties properties) {
		return PhotoIndex.open(properties.indexDir());
	}

	@Bean
	FollowDocuments followDocuments(SearchDocuments documents, PhotoProjection index, SearchProperties properties,
			Clock clock) {
		return new FollowDocuments(documents, index,
				new Rhythm(properties.sweepInterval(), properties.overlap(), properties.farInterval(),
						properties.farOverlap(), properties.commitInterval(), properties.compareInterval()),
				clock);
	}

	@Bean
	IndexLifecycle indexLifecycle(FollowDocuments follow) {
		return new IndexLifecycle(follow);
	}

	@Bean
	PeriodicTask followTask(FollowDocuments follow, SearchProperties properties) {
		return new PeriodicTask("index-follower", properties.poll(), follow::follow);
	}

	@Bean
	ImageSearch imageSearch(PhotoIndex index) {
		return new ImageSearch(index);
	}

	@Bean
	SimilarImages similarImages(PhotoIndex index, ImageSearch search) {
		return new SimilarImages(index, search);
	}

	@Bean
	Trends trends(ImageSearch search) {
		return new Trends(search);
	}

	@Bean
	Suggestions suggestions(PhotoIndex index) {
		return new Suggestions(index);
	}

}
