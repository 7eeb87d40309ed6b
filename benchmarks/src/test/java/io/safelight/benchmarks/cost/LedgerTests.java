package io.safelight.benchmarks.cost;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTests {

	@Test
	void addsUpWhatTheCloudHasCounted() {
		Ledger ledger = Ledger.of(JsonMapper.shared()
			.readTree(
					"""
							{ "counting": true, "seconds": 90.0, "calls": [
							  { "caller": "upload", "service": "sqs", "operation": "ReceiveMessage", "calls": 3, "usage": { "sqs.standard": 3.0 } },
							  { "caller": "upload", "service": "dynamodb", "operation": "Query", "calls": 2, "usage": { "dynamodb.read": 1.0 } },
							  { "caller": "search", "service": "sqs", "operation": "ReceiveMessage", "calls": 4, "usage": { "sqs.fifo": 4.0 } } ] }"""));
		assertThat(ledger.seconds()).isEqualTo(90);
		assertThat(ledger.calls().of("sqs ReceiveMessage")).isEqualTo(7);
		assertThat(ledger.usageByCaller().getOrDefault("upload", Amounts.NONE).of("dynamodb.read")).isEqualTo(1);
		assertThat(ledger.usage().of("sqs.fifo")).isEqualTo(4);
	}

}
