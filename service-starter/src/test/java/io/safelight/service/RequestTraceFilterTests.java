package io.safelight.service;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestTraceFilterTests {

	@Test
	void continuesTheCallersTrace() {
		String given = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
		assertThat(RequestTraceFilter.trace(given)).isEqualTo(given);
	}

	@Test
	void beginsATraceWhereNoneOrNonsenseIsGiven() {
		assertThat(RequestTraceFilter.trace(null)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
		assertThat(RequestTraceFilter.trace("00-x\r\nevil")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
	}

}
