package io.safelight.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.search.message.PhotoOnSale;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * The catalogue as this service hears it.
 */
final class Catalogue {

	private final SnsClient sns;

	Catalogue(SnsClient sns) {
		this.sns = sns;
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

	private Envelope say(String type, String photoId, long version, Object data) {
		String id = UUID.randomUUID().toString();
		Envelope envelope = new Envelope(id, new MessageType(type), "safelight.catalog", Instant.EPOCH, List.of(),
				new Metadata(photoId, version, id, id, "", "ana"), EnvelopeJson.data(data));
		say(envelope);
		return envelope;
	}

	void say(Envelope envelope) {
		say(envelope.type().name(), EnvelopeJson.write(envelope));
	}

	void say(String type, String body) {
		String topic = this.sns.createTopic((request) -> request.name("safelight-catalog-events")).topicArn();
		this.sns.publish((request) -> request.topicArn(topic)
			.message(body)
			.messageAttributes(Map.of("detail-type",
					MessageAttributeValue.builder().dataType("String").stringValue(type).build())));
	}

}
