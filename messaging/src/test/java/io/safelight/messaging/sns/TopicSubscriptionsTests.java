package io.safelight.messaging.sns;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class TopicSubscriptionsTests {

	@Test
	void readsTheTypesOfOurOwnFilters() {
		assertThat(TopicSubscriptions.types(JsonMapper.shared().readTree("""
				{"detail-type":["photo-listed.v1","photo-withdrawn.v1"]}"""))).containsExactly("photo-listed.v1",
				"photo-withdrawn.v1");
		assertThat(TopicSubscriptions.types(JsonMapper.shared().readTree("""
				{"detail-type":[{"prefix":"photo-listed.v"},{"prefix":"photo-withdrawn.v"}]}""")))
			.containsExactly("photo-listed.v", "photo-withdrawn.v");
	}

	/** Who cannot tell what was let through must not say that something is missing. */
	@ParameterizedTest
	@ValueSource(strings = { "{\"detail-type\":[{\"prefix\":\"photo-\"}]}",
			"{\"detail-type\":[\"photo-listed.v1\"],\"tenant\":[\"ana\"]}", "{\"tenant\":[\"ana\"]}",
			"{\"detail-type\":[\"photo-listed.v1\",{\"anything-but\":\"a\"}]}", "{}" })
	void leavesFiltersAloneThatLookAtMoreThanTheType(String policy) {
		assertThat(TopicSubscriptions.types(JsonMapper.shared().readTree(policy))).isNull();
	}

}
