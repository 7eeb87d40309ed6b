package io.safelight.publication.saga;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.safelight.messaging.test.GoldenSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Our records against the golden samples, which the other services' tests read too.
 */
class MessageContractTests {

	private static final Instant PUBLISHED_AT = Instant.parse("2026-11-22T10:16:05.120Z");

	static Stream<Arguments> incoming() {
		return Stream.of(arguments("photo-uploaded.v1", SagaMessage.PhotoUploaded.class),
				arguments("public-renditions-generated.v1", SagaMessage.PublicRenditionsGenerated.class),
				arguments("sale-sizes-generated.v1", SagaMessage.SaleSizesGenerated.class),
				arguments("rendition-failed.v1", SagaMessage.RenditionFailed.class),
				arguments("renditions-discarded.v1", SagaMessage.RenditionsDiscarded.class),
				arguments("photo-listed.v1", SagaMessage.PhotoListed.class),
				arguments("photo-withdrawn.v1", SagaMessage.PhotoWithdrawn.class),
				arguments("analyse-photo.v1", Outgoing.AnalysePhoto.class),
				arguments("archive-original.v1", Outgoing.ArchiveOriginal.class));
	}

	static Stream<Arguments> outgoing() {
		return Stream.of(Outgoing.Command.class, Outgoing.Event.class)
			.flatMap((kind) -> Stream.of(kind.getPermittedSubclasses()))
			.map((record) -> arguments(typeOf(record), record));
	}

	private static String typeOf(Class<?> record) {
		return record.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT) + ".v1";
	}

	@ParameterizedTest
	@MethodSource("incoming")
	void readsOnlyFieldsThatTheSampleHas(String type, Class<?> record) {
		JsonNode data = GoldenSamples.data(type);
		for (RecordComponent component : record.getRecordComponents()) {
			assertThat(data.has(component.getName())).as(type + " has " + component.getName()).isTrue();
		}
		JsonNode understood = GoldenSamples.written(GoldenSamples.read(type, record));
		understood.propertyNames().forEach((name) -> assertThat(understood.get(name)).isEqualTo(data.get(name)));
	}

	@ParameterizedTest
	@MethodSource("outgoing")
	void writesExactlyTheFieldsOfTheSample(String type, Class<? extends Outgoing> record) {
		Outgoing message = GoldenSamples.read(type, record);
		assertThat(message.type()).isEqualTo(type);
		assertThat(GoldenSamples.written(message)).isEqualTo(GoldenSamples.data(type));
	}

	@Test
	void saysWhatTheSamplesSayWhenItHearsWhatTheySay() {
		PublicationSaga saga = new PublicationSaga(PublicationFixtures.RULES);
		SagaDecision decision = saga.begin(GoldenSamples.read("photo-uploaded.v1", SagaMessage.PhotoUploaded.class),
				PUBLISHED_AT, PUBLISHED_AT);
		assertSaysSamples(decision);
		Outgoing.PhotoAnalysed analysed = GoldenSamples.read("photo-analysed.v1", Outgoing.PhotoAnalysed.class);
		for (SagaMessage message : List.of(
				new SagaMessage.AnalysisDone(analysed.photoId(), 1, analysis(analysed), new Verdict.Approved()),
				GoldenSamples.read("public-renditions-generated.v1", SagaMessage.PublicRenditionsGenerated.class),
				GoldenSamples.read("sale-sizes-generated.v1", SagaMessage.SaleSizesGenerated.class),
				GoldenSamples.read("photo-listed.v1", SagaMessage.PhotoListed.class),
				new SagaMessage.OriginalArchived(analysed.photoId(), 1,
						GoldenSamples.read("photo-published.v1", Outgoing.PhotoPublished.class).original()))) {
			decision = saga.decide(decision.publication(), message, PUBLISHED_AT);
			assertSaysSamples(decision);
		}
		assertThat(decision.publication().state()).isEqualTo(PublicationState.PUBLISHED);
	}

	@Test
	void refusesAsTheSampleRefuses() {
		SagaDecision refused = new PublicationSaga(PublicationFixtures.RULES).decide(PublicationFixtures.analysing(),
				PublicationFixtures.unusable(1), PUBLISHED_AT);
		assertSaysSamples(refused);
	}

	private static Analysis analysis(Outgoing.PhotoAnalysed analysed) {
		return new Analysis(analysed.labels(), analysed.labelsEvaluated(), List.of(), analysed.moderationEvaluated(),
				analysed.policyVersion(), 0, "", null, null);
	}

	private static void assertSaysSamples(SagaDecision decision) {
		for (Outgoing message : decision.messages()) {
			assertThat(GoldenSamples.written(message)).as(message.type()).isEqualTo(GoldenSamples.data(message.type()));
		}
	}

}
