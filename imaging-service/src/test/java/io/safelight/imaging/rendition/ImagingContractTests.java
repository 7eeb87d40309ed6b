package io.safelight.imaging.rendition;

import java.util.List;

import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.analysis.WeightedColour;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.test.GoldenSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is read of others' messages, and what is written, against the golden samples.
 */
class ImagingContractTests {

	private static final String PHOTO = "0f8fad5b-d9cb-469f-a165-70867728950e";

	private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

	@ParameterizedTest
	@ValueSource(strings = { ImagingMessages.GENERATE_PUBLIC_RENDITIONS, ImagingMessages.GENERATE_SALE_SIZES })
	void readsCommandsToGenerate(String type) {
		GenerateRenditions command = GoldenSamples.read(type, GenerateRenditions.class);
		assertThat(command).isEqualTo(new GenerateRenditions(PHOTO, 1,
				new GenerateRenditions.Source("safelight-incoming", "ana/" + PHOTO, SHA256)));
	}

	@Test
	void readsCommandsToDiscard() {
		assertThat(GoldenSamples.read(ImagingMessages.DISCARD_RENDITIONS, DiscardRenditions.class))
			.isEqualTo(new DiscardRenditions(PHOTO, 1));
	}

	@ParameterizedTest
	@CsvSource({ "photoId", "source" })
	void parksCommandsThatLackWhatIsNeeded(String field) {
		ObjectNode data = GoldenSamples.data(ImagingMessages.GENERATE_SALE_SIZES);
		data.remove(field);
		assertThatExceptionOfType(UnprocessableMessageException.class)
			.isThrownBy(() -> EnvelopeJson.read(data, GenerateRenditions.class))
			.withMessageContaining(field);
	}

	@Test
	void saysWhichPublicRenditionsAreThere() {
		List<StoredRendition> renditions = List.of(stored("w320", RenditionKind.PUBLIC, 320, 213, 21034),
				stored("w800", RenditionKind.PUBLIC, 800, 533, 98211),
				stored("w1600", RenditionKind.PUBLIC, 1600, 1067, 310455));
		RenditionSet set = RenditionSet.none(PHOTO, RenditionKind.PUBLIC)
			.made(2, SHA256, renditions, List.of(webp("w320", 320, 213, 14210), webp("w800", 800, 533, 61733)),
					new RenditionSet.Look(4272, 2848,
							List.of(new WeightedColour("1f4e79", 0.46), new WeightedColour("e07b39", 0.31),
									new WeightedColour("f2d6a2", 0.23)),
							"1QcSHQRnh493V4dIh4eXh1h4kJUI", "AACAPwAAAD8AAIA+",
							new PhotoQuality(62.4, 48.1, 51.7, 0.4, 1.3)));
		assertSaid(ImagingMessages.PUBLIC_RENDITIONS_GENERATED,
				ImagingMessages.generated(RenditionKind.PUBLIC, set, 1, context(2)));
	}

	@Test
	void saysWhichSaleSizesAreThere() {
		List<StoredRendition> sizes = List.of(stored("p1000", RenditionKind.SALE, 1000, 667, 190321),
				stored("p2500", RenditionKind.SALE, 2500, 1667, 1020455),
				stored("full", RenditionKind.SALE, 4272, 2848, 4120983));
		RenditionSet set = RenditionSet.none(PHOTO, RenditionKind.SALE)
			.made(2, SHA256, sizes, List.of(), new RenditionSet.Look(4272, 2848, List.of(), "", "", null));
		assertSaid(ImagingMessages.SALE_SIZES_GENERATED,
				ImagingMessages.generated(RenditionKind.SALE, set, 1, context(2)));
	}

	@Test
	void saysWhyItFailed() {
		assertSaid(ImagingMessages.RENDITION_FAILED, ImagingMessages.failed(new RenditionFailed(PHOTO, 1, "public",
				true, "truncated-file", "The file ends in the middle of the picture."), context(2)));
	}

	@Test
	void saysThatEverythingIsDeleted() {
		assertSaid(ImagingMessages.RENDITIONS_DISCARDED,
				ImagingMessages.discarded(new RenditionsDiscarded(PHOTO, 1), context(6)));
	}

	private static void assertSaid(String type, OutgoingMessage said) {
		GoldenSamples.assertSaid(said, type, "safelight-imaging-events");
		assertThat(said.aggregateVersion()).isEqualTo(GoldenSamples.envelope(type).metadata().aggregateVersion());
	}

	private static StoredRendition stored(String name, RenditionKind kind, int width, int height, long bytes) {
		return new StoredRendition(name, kind.bucket(), PHOTO + "/" + name + "-9f86d081884c7d65.jpg", "image/jpeg",
				width, height, bytes, SHA256);
	}

	private static StoredRendition webp(String name, int width, int height, long bytes) {
		return new StoredRendition(name, RenditionKind.PUBLIC.bucket(), PHOTO + "/" + name + "-9f86d081884c7d65.webp",
				"image/webp", width, height, bytes, SHA256);
	}

	/** The context of the command that the sample answers. */
	private static MessageContext context(long version) {
		return GoldenSamples
			.context((version == 2) ? ImagingMessages.GENERATE_SALE_SIZES : ImagingMessages.DISCARD_RENDITIONS);
	}

}
