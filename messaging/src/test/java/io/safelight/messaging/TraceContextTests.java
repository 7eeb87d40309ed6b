package io.safelight.messaging;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceContextTests {

	private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

	@Test
	void keepsTheTraceAndItsFlagsButNotTheSpan() {
		String child = TraceContext.childOf(PARENT);
		assertThat(child).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-").endsWith("-00").isNotEqualTo(PARENT);
		assertThat(child).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
	}

	@Test
	void beginsATraceWhereThereIsNone() {
		assertThat(TraceContext.childOf(null)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
	}

	@Test
	void beginsATraceWhereTheGivenOneIsMalformed() {
		assertThat(TraceContext.childOf("00-00000000000000000000000000000000-00f067aa0ba902b7-01"))
			.doesNotContain("00000000000000000000000000000000");
	}

	@Test
	void namesTheTrace() {
		assertThat(TraceContext.traceId(PARENT)).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
	}

}
