package io.safelight.catalog;

import java.time.Clock;

import io.safelight.catalog.message.LicenceIssued;
import io.safelight.catalog.message.ListPhoto;
import io.safelight.catalog.message.PackChanged;
import io.safelight.catalog.message.PhotoWithdrawn;
import io.safelight.catalog.message.WithdrawPhoto;
import io.safelight.catalog.pack.KeepPacksHonest;
import io.safelight.catalog.pack.Packs;
import io.safelight.catalog.page.PageContents;
import io.safelight.catalog.page.Pages;
import io.safelight.catalog.photo.EditPhoto;
import io.safelight.catalog.photo.FollowPublication;
import io.safelight.catalog.photo.Photos;
import io.safelight.catalog.photo.PriceList;
import io.safelight.catalog.photo.RemovePhoto;
import io.safelight.catalog.popularity.CountSales;
import io.safelight.messaging.Committer;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.topology.Topology;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the catalogue: what it owns, what comes in, who handles it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
class CatalogConfiguration {

	@Bean
	Topology topology() {
		return Topology.of("catalog")
			.topic(CatalogTopics.EVENTS)
			.topic(CatalogTopics.EVENTS_IN_SEQUENCE)
			.table(Photos.TABLE)
			.table(Packs.TABLE)
			.table(CountSales.TABLE)
			.table(Pages.TABLE)
			.table(Pages.VERSIONS)
			.bucket(Topology.Bucket.of(PageContents.BUCKET));
	}

	@Bean
	MessageRoutes routes(FollowPublication publication, KeepPacksHonest packs, CountSales sales) {
		return MessageRoutes.consumedBy("catalog")
			.from(CatalogTopics.PUBLICATION_COMMANDS)
			.on("list-photo.v1", ListPhoto.class, publication::on)
			.on("withdraw-photo.v1", WithdrawPhoto.class, publication::on)
			.from(CatalogTopics.EVENTS)
			.on("photo-withdrawn.v1", PhotoWithdrawn.class, packs::on)
			.on("pack-changed.v1", PackChanged.class, packs::on)
			.from(CatalogTopics.PURCHASE_EVENTS)
			.on("licence-issued.v1", LicenceIssued.class, sales::on)
			.build();
	}

	@Bean
	PriceList priceList(CatalogProperties properties) {
		return new PriceList(properties.currency(), properties.prices());
	}

	@Bean
	Photos photos(Store store) {
		return new Photos(store);
	}

	@Bean
	Packs packs(Store store) {
		return new Packs(store);
	}

	@Bean
	CountSales countSales(Store store) {
		return new CountSales(store);
	}

	@Bean
	FollowPublication followPublication(Photos photos, PriceList prices, Clock clock) {
		return new FollowPublication(photos, prices, clock);
	}

	@Bean
	KeepPacksHonest keepPacksHonest(Packs packs, Photos photos, Committer committer) {
		return new KeepPacksHonest(packs, photos, committer);
	}

	@Bean
	EditPhoto editPhoto(Photos photos, Committer committer) {
		return new EditPhoto(photos, committer);
	}

	@Bean
	RemovePhoto removePhoto(Photos photos, Committer committer) {
		return new RemovePhoto(photos, committer);
	}

}
