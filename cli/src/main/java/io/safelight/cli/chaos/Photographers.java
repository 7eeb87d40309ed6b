package io.safelight.cli.chaos;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.safelight.cli.chaos.Promises.End;
import io.safelight.cli.chaos.Tally.Count;
import tools.jackson.databind.JsonNode;

/**
 * People who upload: mostly good photographs, and now and then what people upload as
 * well. Thread-safe.
 */
final class Photographers {

	/**
	 * What a moderator will not have: said in the title, as nobody looks at the picture.
	 */
	static final String UNWANTED = "Unwanted";

	private static final Set<String> ENDS = Set.of("PUBLISHED", "REJECTED", "FAILED");

	private static final int POLL_SECONDS = 2;

	private final List<Visitor> people;

	private final Promises promises;

	private final Tally tally;

	private final List<Given> given = new CopyOnWriteArrayList<>();

	Photographers(List<Visitor> people, Promises promises, Tally tally) {
		this.people = people;
		this.promises = promises;
		this.tally = tally;
	}

	/** What somebody uploads. */
	private enum Kind {

		GOOD, UNWANTED, CUT_OFF, NO_PICTURE, OTHER_BYTES, LEFT, TAKEN_BACK, AGAIN;

		static Kind any(Random random) {
			int die = random.nextInt(100);
			return (die < 66) ? GOOD : (die < 74) ? UNWANTED : (die < 80) ? CUT_OFF : (die < 83) ? NO_PICTURE
					: (die < 86) ? OTHER_BYTES : (die < 88) ? LEFT : (die < 90) ? TAKEN_BACK : AGAIN;
		}

	}

	/** Uploads one file and follows it to its end. */
	void upload(long seed) throws InterruptedException {
		Random random = new Random(seed);
		Visitor who = this.people.get(random.nextInt(this.people.size()));
		Kind kind = Kind.any(random);
		Optional<Given> earlier = (kind == Kind.AGAIN) ? earlier(random) : Optional.empty();
		Given upload = earlier.orElseGet(() -> new Given(who, seed, (kind == Kind.AGAIN) ? Kind.GOOD : kind));
		this.tally.add(Count.UPLOADS);
		try {
			upload(upload, earlier.isPresent(), random);
		}
		catch (Visitor.GaveUpException ex) {
			this.tally.add(Count.GAVE_UP);
			this.promises.gaveUp("upload: " + ex.getMessage());
		}
	}

	private Optional<Given> earlier(Random random) {
		return this.given.isEmpty() ? Optional.empty() : Optional.of(this.given.get(random.nextInt(this.given.size())));
	}

	private void upload(Given upload, boolean again, Random random) throws InterruptedException {
		byte[] bytes = upload.bytes();
		String key = Long.toHexString(random.nextLong());
		Visitor.Answer opened = announce(upload, bytes, key);
		if (!opened.isGood()) {
			this.tally.add(Count.REFUSED);
			return;
		}
		JsonNode session = opened.json();
		String id = session.path("uploadId").asString();
		if (random.nextInt(10) == 0 && !announce(upload, bytes, key).json().path("uploadId").asString().equals(id)) {
			this.promises.doubled("the same announcement made two uploads, one of them " + id);
		}
		if (upload.kind() == Kind.LEFT) {
			this.tally.add(Count.LEFT);
			return;
		}
		if (upload.kind() == Kind.TAKEN_BACK) {
			upload.who().delete("/api/upload/v1/uploads/" + id);
			this.tally.add(Count.LEFT);
			return;
		}
		send(upload, session, upload.sent(bytes));
		if (complete(upload, id)) {
			this.tally.add(Count.ACCEPTED);
			this.promises.accepted(id, upload.end());
			if (!again && upload.kind() == Kind.GOOD) {
				this.given.add(upload);
			}
			follow(upload, id);
		}
		else {
			this.tally.add(Count.REFUSED);
		}
	}

	private static Visitor.Answer announce(Given upload, byte[] bytes, String key) throws InterruptedException {
		return upload.who()
			.post("/api/upload/v1/uploads",
					Map.of("fileName", "photo-" + Long.toHexString(upload.seed()) + ".jpg", "contentType", "image/jpeg",
							"bytes", bytes.length, "sha256", sha256(bytes), "title", upload.title(), "keywords",
							List.of("chaos", "sample")),
					"Idempotency-Key", key);
	}

	private static void send(Given upload, JsonNode session, byte[] bytes) throws InterruptedException {
		int partBytes = session.path("partBytes").asInt();
		for (JsonNode part : session.path("parts")) {
			int from = (part.path("number").asInt() - 1) * partBytes;
			upload.who()
				.put(part.path("url").asString(),
						Arrays.copyOfRange(bytes, from, Math.min(from + partBytes, bytes.length)));
		}
	}

	/**
	 * Whether it was taken in. When the answer to the first try was lost, the upload
	 * itself says what became of it.
	 */
	private static boolean complete(Given upload, String id) throws InterruptedException {
		Visitor.Answer answer = upload.who().post("/api/upload/v1/uploads/" + id + "/complete", Map.of());
		if (answer.isGood()) {
			return true;
		}
		String state = upload.who().get("/api/upload/v1/uploads/" + id).json().path("state").asString();
		return state.equals("UPLOADED") || ENDS.contains(state);
	}

	private void follow(Given upload, String id) throws InterruptedException {
		String state = "";
		while (!ENDS.contains(state)) {
			TimeUnit.SECONDS.sleep(POLL_SECONDS);
			Visitor.Answer answer = upload.who().get("/api/publication/v1/publications/" + id);
			state = answer.isGood() ? answer.json().path("state").asString() : "";
		}
		switch (state) {
			case "PUBLISHED" -> {
				this.tally.add(Count.PUBLISHED);
				this.promises.published(id);
			}
			case "REJECTED" -> this.tally.add(Count.REJECTED);
			default -> this.tally.add(Count.FAILED);
		}
	}

	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	/**
	 * A file in somebody's hands.
	 *
	 * @param who whose
	 * @param seed what it is made from
	 * @param kind what is the matter with it
	 */
	private record Given(Visitor who, long seed, Kind kind) {

		String title() {
			return ((this.kind == Kind.UNWANTED) ? UNWANTED : "Picture") + " " + Long.toHexString(this.seed);
		}

		/** What is announced. */
		byte[] bytes() {
			byte[] whole = Pictures.jpeg(this.seed);
			return switch (this.kind) {
				case CUT_OFF -> Arrays.copyOf(whole, whole.length * 3 / 5);
				case NO_PICTURE -> noise();
				default -> whole;
			};
		}

		private byte[] noise() {
			byte[] noise = new byte[5000];
			new Random(this.seed).nextBytes(noise);
			return noise;
		}

		/** What is sent. */
		byte[] sent(byte[] announced) {
			byte[] sent = announced.clone();
			if (this.kind == Kind.OTHER_BYTES) {
				sent[sent.length / 2] ^= 1;
			}
			return sent;
		}

		End end() {
			return (this.kind == Kind.GOOD) ? End.PUBLISHED : End.REJECTED;
		}

	}

}
