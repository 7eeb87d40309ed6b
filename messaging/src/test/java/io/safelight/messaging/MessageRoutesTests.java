package io.safelight.messaging;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MessageRoutesTests {

	record Anything(String name) {
	}

	@Test
	void tellsWhichTypesAreWantedOfEachTopic() {
		MessageRoutes routes = MessageRoutes.consumedBy("imaging")
			.from("one-events")
			.on("first-done.v1", Anything.class, (message, context) -> Changes.none())
			.on("second-done.v1", Anything.class, (message, context) -> Changes.none())
			.from("two-events")
			.on("third-done.v1", Anything.class, (message, context) -> Changes.none())
			.build();
		assertThat(routes.typesByTopic()).containsEntry("one-events", List.of("first-done.v1", "second-done.v1"))
			.containsEntry("two-events", List.of("third-done.v1"));
		assertThat(routes.queue()).isEqualTo("safelight-imaging");
	}

	@Test
	void wantsEveryVersionOfWhatItHandles() {
		MessageRoutes routes = MessageRoutes.consumedBy("imaging")
			.from("one-events")
			.on("first-done.v1", Anything.class, (message, context) -> Changes.none())
			.on("first-done.v2", Anything.class, (message, context) -> Changes.none())
			.build();
		assertThat(routes.versionsByTopic()).containsOnlyKeys("one-events")
			.containsEntry("one-events", List.of("first-done.v"));
		assertThat(routes.wants(new MessageType("first-done.v13"), "one-events")).isTrue();
		assertThat(routes.wants(new MessageType("first-done-again.v1"), "one-events")).isFalse();
		assertThat(routes.wants(new MessageType("first-done.v1"), "two-events")).isFalse();
		assertThat(routes.otherVersions(new MessageType("first-done.v3")))
			.containsExactly(new MessageType("first-done.v1"), new MessageType("first-done.v2"));
	}

	@Test
	void refusesASecondHandlerForAType() {
		MessageRoutes.Builder routes = MessageRoutes.consumedBy("imaging")
			.from("one-events")
			.on("first-done.v1", Anything.class, (message, context) -> Changes.none());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> routes.on("first-done.v1", Anything.class, (message, context) -> Changes.none()))
			.withMessageContaining("already routed");
	}

	@Test
	void refusesATypeFromNowhere() {
		MessageRoutes.Builder routes = MessageRoutes.consumedBy("imaging");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> routes.on("first-done.v1", Anything.class, (message, context) -> Changes.none()))
			.withMessageContaining("topic");
	}

}
