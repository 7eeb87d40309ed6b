package io.safelight.search;

import java.util.Map;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.test.Neighbours;
import io.safelight.search.message.PhotoOnSale;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * The catalogue as this service hears it.
 */
final class Catalogue {

	private static final String TOPIC = "safelight-catalog-events.fifo";

	private final Neighbours neighbours;

	Catalogue(SnsClient sns, SqsAsyncClient sqs) {
		this.neighbours = Neighbours.hearing(sns, sqs);
	}

	Envelope list(PhotoOnSale photo, long version) {
		return say("photo-listed.v1", photo.photoId(), version, photo);
	}

	Envelope change(PhotoOnSale photo, long version) {
		return say("photo-changed.v1", photo.photoId(), version, photo);
	}

	Envelope withdraw(String photoId, long version) {
		return say("photo-withdrawn.v1", photoId, version, Map.of("photoId", photoId, "reason", "gone", "epoch", 0));
	}

	Envelope sold(String photoId, long times) {
		return say("photo-popularity-changed.v1", "popularity/" + photoId, times,
				Map.of("photoId", photoId, "sold", times));
	}

	private Envelope say(String type, String photoId, long version, Object data) {
		return say(Neighbours.envelope("safelight.catalog", type, photoId, version, data));
	}

	Envelope say(Envelope envelope) {
		return this.neighbours.say(TOPIC, envelope);
	}

	void say(String type, String body) {
		this.neighbours.say(TOPIC, type, body);
	}

}
