package io.safelight.cli.chaos;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.safelight.cli.chaos.Tally.Count;
import tools.jackson.databind.JsonNode;

/**
 * Decides about every photo, soon.
 */
final class Moderator {

	private final Visitor mia;

	private final Tally tally;

	Moderator(Visitor mia, Tally tally) {
		this.mia = mia;
		this.tally = tally;
	}

	/** Decides until told to stop. */
	void work() throws InterruptedException {
		Set<String> decided = new HashSet<>();
		while (true) {
			try {
				for (JsonNode photo : this.mia.get("/api/publication/v1/moderation?per_page=100").json().path("data")) {
					decide(photo, decided);
				}
			}
			catch (Visitor.GaveUpException ex) {
				// Nobody answers: later.
				this.tally.add(Count.GAVE_UP);
			}
			TimeUnit.SECONDS.sleep(1);
		}
	}

	private void decide(JsonNode photo, Set<String> decided) throws InterruptedException {
		String id = photo.path("photoId").asString();
		boolean unwanted = photo.path("title").asString("").startsWith(Photographers.UNWANTED);
		Visitor.Answer answer = this.mia.post("/api/publication/v1/moderation/" + id,
				Map.of("decision", unwanted ? "reject" : "approve"));
		if (answer.isGood() && decided.add(id)) {
			this.tally.add(Count.DECISIONS);
		}
	}

}
