package io.safelight.imaging.rendition;

import java.util.Objects;

import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.topology.Topology;
import io.safelight.messaging.topology.Topology.Bucket;

/**
 * Everything that comes in to the service and goes out of it.
 */
public final class ImagingMessages {

	static final String COMMANDS = "safelight-publication-commands";

	static final String EVENTS = "safelight-imaging-events";

	static final String GENERATE_PUBLIC_RENDITIONS = "generate-public-renditions.v1";

	static final String GENERATE_SALE_SIZES = "generate-sale-sizes.v1";

	static final String DISCARD_RENDITIONS = "discard-renditions.v1";

	static final String PUBLIC_RENDITIONS_GENERATED = "public-renditions-generated.v1";

	static final String SALE_SIZES_GENERATED = "sale-sizes-generated.v1";

	static final String RENDITION_FAILED = "rendition-failed.v1";

	static final String RENDITIONS_DISCARDED = "renditions-discarded.v1";

	private static final String SERVICE = "imaging";

	private ImagingMessages() {
	}

	public static Topology topology() {
		return Topology.of(SERVICE)
			.topic(EVENTS)
			.table(RenditionSets.TABLE)
			.bucket(Bucket.of(RenditionKind.PUBLIC.bucket()))
			.bucket(Bucket.of(RenditionKind.SALE.bucket()));
	}

	public static MessageRoutes routes(GeneratingRenditions generating, DiscardingRenditions discarding) {
		return MessageRoutes.consumedBy(SERVICE)
			.from(COMMANDS)
			.on(GENERATE_PUBLIC_RENDITIONS, GenerateRenditions.class, generating::publicRenditions)
			.on(GENERATE_SALE_SIZES, GenerateRenditions.class, generating::saleSizes)
			.on(DISCARD_RENDITIONS, DiscardRenditions.class, discarding::discard)
			.build();
	}

	static OutgoingMessage generated(RenditionKind kind, RenditionSet set, int epoch, MessageContext context) {
		return switch (kind) {
			case PUBLIC -> event(PUBLIC_RENDITIONS_GENERATED, publicRenditions(set, epoch), context);
			case SALE ->
				event(SALE_SIZES_GENERATED, new SaleSizesGenerated(set.photoId(), epoch, set.renditions()), context);
		};
	}

	private static PublicRenditionsGenerated publicRenditions(RenditionSet set, int epoch) {
		RenditionSet.Look look = Objects.requireNonNull(set.look(), "a set that was made has a look");
		return new PublicRenditionsGenerated(set.photoId(), epoch, set.renditions(), set.alternates(), look.colours(),
				look.placeholder(), look.fingerprint(), look.quality(), look.width(), look.height());
	}

	static OutgoingMessage failed(RenditionFailed failed, MessageContext context) {
		return event(RENDITION_FAILED, failed, context);
	}

	static OutgoingMessage discarded(RenditionsDiscarded discarded, MessageContext context) {
		return event(RENDITIONS_DISCARDED, discarded, context);
	}

	/** An answer is about what its command was about, at the same version. */
	private static OutgoingMessage event(String type, Object data, MessageContext context) {
		return OutgoingMessage
			.to(EVENTS, type, context.metadata().aggregateId(), context.metadata().aggregateVersion(), data)
			.onBehalfOf(context.metadata().tenant());
	}

}
