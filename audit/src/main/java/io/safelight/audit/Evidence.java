package io.safelight.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What the stores say, as the auditor needs it. Rows are read by their names only: this
 * is the one place outside the services that knows them.
 *
 * @param uploads upload sessions
 * @param publications sagas
 * @param listings the catalogue
 * @param documents what the search service remembers
 * @param found photos that the public search finds
 * @param objects bucket to key to object
 * @param messages service to the rows of its message table
 * @param deadLetters queue to the messages that lie in it
 * @param orders orders
 * @param charges what was charged
 * @param ledger what was booked
 * @param licences licences
 * @param links links
 * @param subscriptions who listens to what
 * @param takenAt when this was
 */
public record Evidence(List<Upload> uploads, List<Publication> publications, List<Listing> listings,
		List<Document> documents, Set<String> found, Map<String, Map<String, StoredObject>> objects,
		Map<String, List<Message>> messages, Map<String, Long> deadLetters, List<Order> orders, List<Charge> charges,
		List<Booking> ledger, List<Licence> licences, List<Link> links, List<Subscription> subscriptions,
		Instant takenAt) {

	Map<String, StoredObject> bucket(String name) {
		return this.objects.getOrDefault(name, Map.of());
	}

	/** A bucket's objects by what stands before the first slash of their keys. */
	Map<String, List<StoredObject>> byFolder(String bucket) {
		return bucket(bucket).values()
			.stream()
			.collect(Collectors
				.groupingBy((object) -> object.key().substring(0, Math.max(0, object.key().indexOf('/')))));
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Upload(String contributorId, String uploadId, String state, String sha256, long bytes) {

		boolean isOpen() {
			return this.state.equals("OPEN") || this.state.equals("COMPLETING");
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Publication(String photoId, String state) {

		static final Set<String> ENDS = Set.of("PUBLISHED", "REJECTED", "FAILED");

		boolean isPublished() {
			return this.state.equals("PUBLISHED");
		}

		boolean isEnded() {
			return ENDS.contains(this.state);
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Listing(String photoId, @Nullable Details listing) {

		boolean isOnSale() {
			return this.listing != null;
		}

		@JsonIgnoreProperties(ignoreUnknown = true)
		public record Details(List<Offer> offers, List<Preview> previews) {
		}

		@JsonIgnoreProperties(ignoreUnknown = true)
		public record Offer(String size, long bytes, File file) {
		}

		@JsonIgnoreProperties(ignoreUnknown = true)
		public record Preview(String name, long bytes) {
		}

		@JsonIgnoreProperties(ignoreUnknown = true)
		public record File(String bucket, String key) {
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Document(String photoId, String state) {

		boolean isListed() {
			return this.state.equals("LISTED");
		}

	}

	public record StoredObject(String key, long bytes, String storageClass) {
	}

	/**
	 * A row of a service's messages: one that it has handled ({@code IN#}), one that it
	 * has said ({@code OUT#}), or one that it has set aside ({@code PARKED#}).
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Message(String pk, @Nullable String work, @Nullable String type, @Nullable String body,
			@Nullable String messageId, @Nullable String aggregateId, @Nullable String destination,
			@Nullable Instant sentAt) {

		private static final String TOPIC = "topic:";

		private static final String HANDLED = "IN#";

		private static final String SAID = "OUT#";

		/** Whether it went to a topic: a repeat goes to one queue only. */
		boolean isSaid() {
			return this.pk.startsWith(SAID) && this.destination != null && !this.destination.startsWith("queue:");
		}

		boolean isHandled() {
			return this.pk.startsWith(HANDLED);
		}

		/** The message's identity, wherever it stands in this kind of row. */
		String identity() {
			return isHandled() ? this.pk.substring(HANDLED.length())
					: (this.messageId != null) ? this.messageId : this.pk;
		}

		String topic() {
			String name = (this.destination != null) ? this.destination : "";
			return name.startsWith(TOPIC) ? name.substring(TOPIC.length()) : name;
		}

		boolean wasSentBefore(Instant time) {
			return this.sentAt != null && this.sentAt.isBefore(time);
		}

		boolean isSetAside() {
			return this.pk.startsWith("PARKED#");
		}

		boolean isPending() {
			return this.work != null && this.work.startsWith("PENDING");
		}

		boolean isParked() {
			return "PARKED".equals(this.work);
		}

	}

	/**
	 * A service listens.
	 *
	 * @param topic to what is said there
	 * @param service the listener's short name
	 * @param types only messages of these types, or of any version of one that is given
	 * without its number ({@code photo-listed.v})
	 */
	public record Subscription(String topic, String service, Set<String> types) {

		public boolean gets(String type) {
			return this.types.contains(type) || this.types.contains(type.replaceFirst("\\d+$", ""));
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Order(String orderId, String state, List<Line> lines, Money total, @Nullable String chargeId) {

		@JsonIgnoreProperties(ignoreUnknown = true)
		public record Line(String licenceId) {
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Money(long amount, String currency) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Charge(String reference, long amount, String currency, String state) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Booking(String orderId, long amount, String currency) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Licence(String licenceId, String orderId, String state, @Nullable Copy copy) {

		@JsonIgnoreProperties(ignoreUnknown = true)
		public record Copy(String bucket, String key, long bytes) {
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Link(String linkId, String licenceId, String state) {
	}

}
