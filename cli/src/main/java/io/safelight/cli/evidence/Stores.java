package io.safelight.cli.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.safelight.audit.Evidence;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects the evidence from a running system: its tables, its buckets, its queues and,
 * for what search finds, its public entrance. Reads only.
 */
public final class Stores {

	private static final List<String> SERVICES = List.of("upload", "publication", "imaging", "catalog", "search",
			"purchase", "notification");

	private static final List<String> BUCKETS = List.of("safelight-incoming", "safelight-originals", "safelight-public",
			"safelight-sale", "safelight-purchases");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final DynamoDbClient dynamoDb;

	private final S3Client s3;

	private final SqsClient sqs;

	private final SnsClient sns;

	private final String bucketSuffix;

	private final String gateway;

	private final Clock clock;

	/**
	 * The stores of a system.
	 * @param aws its tables, buckets and queues
	 * @param bucketSuffix what its names of buckets end with, such as
	 * {@code -photos-example}; may be empty
	 * @param gateway its entrance
	 * @param clock says when it was collected
	 */
	public Stores(Aws aws, String bucketSuffix, String gateway, Clock clock) {
		this.dynamoDb = aws.dynamoDb();
		this.s3 = aws.s3();
		this.sqs = aws.sqs();
		this.sns = aws.sns();
		this.bucketSuffix = bucketSuffix;
		this.gateway = gateway;
		this.clock = clock;
	}

	/**
	 * Collects everything.
	 * @throws IOException if the entrance does not answer
	 * @throws InterruptedException if told to stop
	 */
	public Evidence collect() throws IOException, InterruptedException {
		Map<String, List<Evidence.Message>> messages = new LinkedHashMap<>();
		for (String service : SERVICES) {
			messages.put(service, rows("safelight-" + service + "-messages", Evidence.Message.class));
		}
		return new Evidence(rows("safelight-upload-sessions", Evidence.Upload.class),
				rows("safelight-publication-publications", Evidence.Publication.class),
				rows("safelight-catalog-photos", Evidence.Listing.class),
				rows("safelight-search-documents", Evidence.Document.class), found(),
				BUCKETS.stream().collect(Collectors.toMap(Function.identity(), this::objects)), messages, deadLetters(),
				rows("safelight-purchase-orders", Evidence.Order.class),
				rows("safelight-purchase-charges", Evidence.Charge.class),
				rows("safelight-purchase-ledger", Evidence.Booking.class),
				rows("safelight-purchase-licences", Evidence.Licence.class),
				rows("safelight-purchase-links", Evidence.Link.class), Listeners.of(this.sns).subscriptions(),
				this.clock.instant());
	}

	private <T> List<T> rows(String table, Class<T> type) {
		try {
			return this.dynamoDb.scanPaginator((request) -> request.tableName(table).consistentRead(true))
				.items()
				.stream()
				.map((row) -> JSON.readValue(EnhancedDocument.fromAttributeValueMap(row).toJson(), type))
				.toList();
		}
		catch (ResourceNotFoundException ex) {
			throw new IllegalStateException("There is no table " + table + ": is Safelight running?", ex);
		}
	}

	private Map<String, Evidence.StoredObject> objects(String name) {
		String bucket = name + this.bucketSuffix;
		try {
			return this.s3.listObjectsV2Paginator((request) -> request.bucket(bucket))
				.contents()
				.stream()
				.map((object) -> new Evidence.StoredObject(object.key(), object.size(), object.storageClassAsString()))
				.collect(Collectors.toMap(Evidence.StoredObject::key, Function.identity()));
		}
		catch (NoSuchBucketException ex) {
			throw new IllegalStateException("There is no bucket " + bucket + ": is Safelight running?", ex);
		}
	}

	private Map<String, Long> deadLetters() {
		Map<String, Long> messages = new HashMap<>();
		for (String url : this.sqs.listQueuesPaginator((request) -> request.queueNamePrefix("safelight-"))
			.queueUrls()) {
			String queue = url.substring(url.lastIndexOf('/') + 1);
			if (queue.contains("-dlq")) {
				messages.put(queue,
						Long.valueOf(this.sqs
							.getQueueAttributes((request) -> request.queueUrl(url)
								.attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
							.attributes()
							.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")));
			}
		}
		return messages;
	}

	private Set<String> found() throws IOException, InterruptedException {
		HttpClient http = HttpClient.newHttpClient();
		Set<String> ids = new HashSet<>();
		String cursor = "";
		do {
			HttpResponse<String> response = http.send(
					HttpRequest
						.newBuilder(URI.create(this.gateway + "/api/search/v1/images/search?per_page=100&sort=newest"
								+ (cursor.isEmpty() ? "" : "&cursor=" + cursor)))
						.build(),
					HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IOException("search answered " + response.statusCode() + ": " + response.body());
			}
			JsonNode page = JSON.readTree(response.body());
			List<String> onPage = new ArrayList<>();
			page.path("data").forEach((item) -> onPage.add(item.path("id").asString()));
			ids.addAll(onPage);
			cursor = page.path("next_cursor").asString("");
		}
		while (!cursor.isEmpty());
		return ids;
	}

}
