package io.safelight.cli.chaos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Random;

import io.safelight.cli.chaos.Tally.Count;
import tools.jackson.databind.JsonNode;

/**
 * A file on its way to its buyer, over a line that breaks now and then: it goes on where
 * it broke off.
 */
final class Download {

	private static final int MOST_TRIES = 25;

	private static final int OK = 200;

	private static final int PARTIAL = 206;

	private final Visitor who;

	private final String path;

	private final long bytes;

	private final Tally tally;

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	/** Where the line breaks the first time, at 100 not at all. */
	private int cutAtPercent;

	private String entityTag = "";

	Download(Visitor who, JsonNode claim, Random random, Tally tally) {
		this.who = who;
		this.path = "/api/purchase/v1/claims/" + claim.path("claimId").asString() + "/content";
		this.bytes = claim.path("bytes").asLong();
		this.tally = tally;
		this.cutAtPercent = (random.nextInt(4) == 0) ? 1 + random.nextInt(98) : 100;
	}

	/** Fetches it; whether all of it came. */
	boolean fetched() throws InterruptedException {
		for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
			try {
				if (!receive()) {
					return false;
				}
				if (this.received.size() >= this.bytes) {
					return true;
				}
			}
			catch (IOException ex) {
				this.tally.add(Count.RETRIES);
			}
			if (this.received.size() > 0) {
				this.tally.add(Count.RESUMED);
			}
			Visitor.pause(attempt);
		}
		return false;
	}

	/** Receives what comes; whether it is worth another try. */
	private boolean receive() throws IOException, InterruptedException {
		boolean resumes = this.received.size() > 0;
		HttpResponse<InputStream> response = resumes
				? this.who.once(this.path, HttpResponse.BodyHandlers.ofInputStream(), "Range",
						"bytes=" + this.received.size() + "-", "If-Range", this.entityTag)
				: this.who.once(this.path, HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream body = response.body()) {
			int status = response.statusCode();
			if (status == OK) {
				this.received.reset();
			}
			else if (status != PARTIAL) {
				return status == 429 || status / 100 == 5;
			}
			this.entityTag = response.headers().firstValue("ETag").orElse("");
			read(body);
			return true;
		}
	}

	private void read(InputStream body) throws IOException {
		long cut = this.bytes * this.cutAtPercent / 100;
		byte[] buffer = new byte[8192];
		int count = body.read(buffer);
		while (count >= 0) {
			this.received.write(buffer, 0, count);
			if (this.cutAtPercent < 100 && this.received.size() >= cut) {
				this.cutAtPercent = 100;
				return;
			}
			count = body.read(buffer);
		}
	}

	String sha256() {
		return Photographers.sha256(this.received.toByteArray());
	}

}
