package io.safelight.cli.chaos;

import java.util.List;
import java.util.Map;

import io.safelight.cli.chaos.Tally.Count;
import tools.jackson.databind.JsonNode;

/**
 * Looks after what was parked, as an administrator does: a message that died with the
 * processes that had it is redriven.
 */
final class Operator {

	private static final List<String> SERVICES = List.of("upload", "publication", "imaging", "catalog", "search",
			"purchase", "notification");

	private final Visitor ada;

	private final Tally tally;

	Operator(Visitor ada, Tally tally) {
		this.ada = ada;
		this.tally = tally;
	}

	/** Redrives all that is parked. */
	void redrive() throws InterruptedException {
		for (String service : SERVICES) {
			String parked = "/api/" + service + "/v1/ops/parked";
			for (JsonNode message : this.ada.get(parked + "?per_page=100").json().path("data")) {
				Visitor.Answer answer = this.ada.post(parked + "/" + message.path("id").asString() + "/redrive",
						Map.of("reason", "its processes were killed"));
				if (answer.isGood()) {
					this.tally.add(Count.REDRIVEN);
				}
			}
		}
	}

}
