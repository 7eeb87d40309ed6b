package io.safelight.cloud.sns;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The language of filter policies, with the examples of AWS's guide in mind.
 */
class FilterPolicyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			// exact values
			"{\"a\":[\"x\",\"y\"]} | {\"a\":\"y\"} | true", "{\"a\":[\"x\",\"y\"]} | {\"a\":\"Y\"} | false",
			"{\"a\":[\"x\"]} | {} | false", "{\"a\":[\"x\"],\"b\":[\"y\"]} | {\"a\":\"x\"} | false",
			"{\"a\":[\"x\"],\"b\":[\"y\"]} | {\"a\":\"x\",\"b\":\"y\",\"c\":1} | true",
			"{\"a\":[100]} | {\"a\":100.0} | true", "{\"a\":[\"100\"]} | {\"a\":100} | false",
			"{\"a\":[true]} | {\"a\":true} | true", "{\"a\":[null]} | {\"a\":null} | true",
			// lists match by any of their elements
			"{\"a\":[\"x\"]} | {\"a\":[\"w\",\"x\"]} | true", "{\"a\":[\"x\"]} | {\"a\":[\"w\"]} | false",
			// strings
			"{\"a\":[{\"prefix\":\"bas\"}]} | {\"a\":\"baseball\"} | true",
			"{\"a\":[{\"prefix\":\"bas\"}]} | {\"a\":\"rugby\"} | false",
			"{\"a\":[{\"suffix\":\"ball\"}]} | {\"a\":\"baseball\"} | true",
			"{\"a\":[{\"suffix\":\"ball\"}]} | {\"a\":\"ballet\"} | false",
			"{\"a\":[{\"equals-ignore-case\":\"Tennis\"}]} | {\"a\":\"TENNIS\"} | true",
			"{\"a\":[{\"equals-ignore-case\":\"Tennis\"}]} | {\"a\":\"tennis2\"} | false",
			"{\"a\":[{\"wildcard\":\"*ball\"}]} | {\"a\":\"baseball\"} | true",
			"{\"a\":[{\"wildcard\":\"b*s*l\"}]} | {\"a\":\"baseball\"} | true",
			"{\"a\":[{\"wildcard\":\"b*x\"}]} | {\"a\":\"baseball\"} | false",
			"{\"a\":[{\"wildcard\":\"a.c*\"}]} | {\"a\":\"abcd\"} | false",
			"{\"a\":[{\"wildcard\":\"\\\\*x\"}]} | {\"a\":\"*x\"} | true",
			"{\"a\":[{\"wildcard\":\"\\\\*x\"}]} | {\"a\":\"yx\"} | false",
			// numbers
			"{\"a\":[{\"numeric\":[\">\",0,\"<=\",150]}]} | {\"a\":150} | true",
			"{\"a\":[{\"numeric\":[\">\",0,\"<=\",150]}]} | {\"a\":0} | false",
			"{\"a\":[{\"numeric\":[\"=\",301.5]}]} | {\"a\":3.015e2} | true",
			"{\"a\":[{\"numeric\":[\"<\",1]}]} | {\"a\":\"0\"} | false",
			// presence
			"{\"a\":[{\"exists\":true}]} | {\"a\":\"\"} | true", "{\"a\":[{\"exists\":true}]} | {\"b\":1} | false",
			"{\"a\":[{\"exists\":false}]} | {\"b\":1} | true", "{\"a\":[{\"exists\":false}]} | {\"a\":1} | false",
			// anything but
			"{\"a\":[{\"anything-but\":[\"x\",\"y\"]}]} | {\"a\":\"z\"} | true",
			"{\"a\":[{\"anything-but\":[\"x\",\"y\"]}]} | {\"a\":\"x\"} | false",
			"{\"a\":[{\"anything-but\":\"x\"}]} | {} | false", "{\"a\":[{\"anything-but\":5}]} | {\"a\":5.0} | false",
			"{\"a\":[{\"anything-but\":{\"prefix\":\"b\"}}]} | {\"a\":\"ball\"} | false",
			"{\"a\":[{\"anything-but\":{\"suffix\":[\"l\",\"t\"]}}]} | {\"a\":\"cap\"} | true",
			// one of several conditions
			"{\"a\":[\"x\",{\"prefix\":\"y\"}]} | {\"a\":\"yes\"} | true",
			// or over keys
			"{\"$or\":[{\"a\":[1]},{\"b\":[2]}]} | {\"b\":2} | true",
			"{\"$or\":[{\"a\":[1]},{\"b\":[2]}]} | {\"a\":2} | false",
			"{\"c\":[3],\"$or\":[{\"a\":[1]},{\"b\":[2]}]} | {\"a\":1} | false",
			// keys within keys
			"{\"a\":{\"b\":[\"x\"]}} | {\"a\":{\"b\":\"x\"}} | true",
			"{\"a\":{\"b\":[\"x\"]}} | {\"a\":{\"c\":\"x\"}} | false",
			"{\"a\":{\"b\":[{\"exists\":false}]}} | {\"c\":1} | true",
			"{\"a\":{\"b\":[\"x\"]}} | {\"a\":[{\"b\":\"w\"},{\"b\":\"x\"}]} | true" })
	void matches(String policy, String body, boolean expected) {
		assertThat(FilterPolicy.parse(policy, true).matchesBody(body)).isEqualTo(expected);
	}

	@Test
	void matchesNoBodyThatIsNotAnObject() {
		FilterPolicy policy = FilterPolicy.parse("{\"a\":[{\"exists\":false}]}", true);
		assertThat(policy.matchesBody("{}")).isTrue();
		assertThat(policy.matchesBody("[1]")).isFalse();
		assertThat(policy.matchesBody("text")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "no json", "[]", "{\"a\":\"x\"}", "{\"a\":[]}", "{\"a\":[[\"x\"]]}",
			"{\"a\":[{\"like\":\"x\"}]}", "{\"a\":[{\"prefix\":1}]}", "{\"a\":[{\"numeric\":[\">\"]}]}",
			"{\"a\":[{\"numeric\":[\"~\",1]}]}", "{\"a\":[{\"numeric\":[\">\",\"1\"]}]}", "{\"a\":[{\"exists\":1}]}",
			"{\"a\":[{\"anything-but\":[]}]}", "{\"a\":[{\"prefix\":\"x\",\"suffix\":\"y\"}]}",
			"{\"a\":[1],\"b\":[1],\"c\":[1],\"d\":[1],\"e\":[1],\"f\":[1]}",
			"{\"a\":[1,2,3,4,5,6],\"b\":[1,2,3,4,5,6],\"c\":[1,2,3,4,5]}" })
	void refusesAPolicyThatIsNotValid(String policy) {
		assertThatExceptionOfType(InvalidPolicyException.class).isThrownBy(() -> FilterPolicy.parse(policy, true));
	}

	@Test
	void allowsKeysWithinKeysOnlyForBodies() {
		assertThatExceptionOfType(InvalidPolicyException.class)
			.isThrownBy(() -> FilterPolicy.parse("{\"a\":{\"b\":[\"x\"]}}", false));
	}

}
