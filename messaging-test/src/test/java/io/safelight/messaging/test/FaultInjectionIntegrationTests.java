package io.safelight.messaging.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Faults do what they say, at the call that they name and at no other.
 */
@LocalCloudTest
class FaultInjectionIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@RegisterExtension
	final FaultInjection faults = new FaultInjection();

	private final String bucket = "safelight-it-" + UUID.randomUUID();

	@Test
	void keepsACallFromArriving() {
		try (S3Client s3 = bucket()) {
			this.faults.on(PutObjectRequest.class).nth(2).doesNotArrive();
			put(s3, "first");
			assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> put(s3, "second"));
			put(s3, "third");
			assertThat(keys(s3)).containsExactly("first", "third");
		}
	}

	@Test
	void losesTheAnswerOfWhatWasDone() {
		try (S3Client s3 = bucket()) {
			this.faults.on(PutObjectRequest.class).where((request) -> request.key().equals("b")).losesItsAnswer();
			put(s3, "a");
			assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(() -> put(s3, "b"));
			assertThat(keys(s3)).containsExactly("a", "b");
		}
	}

	@Test
	void throttlesInTheServicesOwnWords() {
		try (S3Client s3 = bucket(); SnsClient sns = SnsClient.create()) {
			Fault slow = this.faults.on(PutObjectRequest.class).always().isThrottled();
			Fault denied = this.faults.on(CreateTopicRequest.class).times(2).isRefusedWith("AuthorizationError");
			assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> put(s3, "a"))
				.matches((ex) -> ex.isThrottlingException() && ex.awsErrorDetails().errorCode().equals("SlowDown"));
			assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> put(s3, "a"));
			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(SnsException.class)
					.isThrownBy(() -> sns.createTopic((request) -> request.name("it")))
					.matches((ex) -> !ex.isThrottlingException());
			}
			sns.createTopic((request) -> request.name("it"));
			slow.end();
			put(s3, "a");
			assertThat(slow.count()).isEqualTo(2);
			assertThat(denied.count()).isEqualTo(2);
		}
	}

	@Test
	void cancelsATransaction() {
		try (DynamoDbClient dynamoDb = DynamoDbClient.create()) {
			this.faults.on(TransactWriteItemsRequest.class).meetsATransactionConflict();
			Put put = Put.builder().tableName("none").item(Map.of("id", AttributeValue.fromS("1"))).build();
			List<TransactWriteItem> items = List.of(TransactWriteItem.builder().put(put).build(),
					TransactWriteItem.builder().put(put).build());
			assertThatExceptionOfType(TransactionCanceledException.class)
				.isThrownBy(() -> dynamoDb.transactWriteItems((request) -> request.transactItems(items)))
				.satisfies((ex) -> assertThat(ex.cancellationReasons()).extracting("code")
					.containsExactly("None", "TransactionConflict"));
		}
	}

	@Test
	void holdsACallUntilItIsReleased() {
		try (S3Client s3 = bucket()) {
			Fault held = this.faults.on(PutObjectRequest.class).isHeld();
			CompletableFuture<Void> put = CompletableFuture.runAsync(() -> put(s3, "a"));
			held.awaitStrike();
			assertThat(keys(s3)).isEmpty();
			held.release();
			put.join();
			assertThat(keys(s3)).containsExactly("a");
		}
	}

	@Test
	void holdsAnAnswerUntilItIsReleased() {
		try (S3Client s3 = bucket()) {
			Fault held = this.faults.on(PutObjectRequest.class).isHeldAfterwards();
			CompletableFuture<Void> put = CompletableFuture.runAsync(() -> put(s3, "a"));
			held.awaitStrike();
			assertThat(keys(s3)).containsExactly("a");
			assertThat(put).isNotDone();
			held.release();
			put.join();
		}
	}

	@Test
	void cutsAProcessOffForGood() {
		try (S3Client s3 = bucket(); SqsAsyncClient sqs = SqsAsyncClient.create()) {
			Fault death = this.faults.on(PutObjectRequest.class).isTheLastThingDone();
			assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> put(s3, "a"));
			assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> put(s3, "b"));
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> sqs.createQueue((request) -> request.queueName("it")).join())
				.havingCause()
				.isInstanceOf(SdkClientException.class);
			assertThat(FaultInjection.untouched(() -> keys(s3))).containsExactly("a");
			death.end();
			assertThat(keys(s3)).containsExactly("a");
			assertThat(death.count()).isEqualTo(1);
		}
	}

	@Test
	void failsAsynchronousCallsThroughTheirFutures() {
		try (SqsAsyncClient sqs = SqsAsyncClient.create()) {
			this.faults.on(CreateQueueRequest.class).nth(1).isThrottled();
			this.faults.on(CreateQueueRequest.class).nth(1).losesItsAnswer();
			for (int i = 0; i < 2; i++) {
				assertThat(sqs.createQueue((request) -> request.queueName("it-async"))).failsWithin(PATIENCE);
			}
			assertThat(sqs.createQueue((request) -> request.queueName("it-async"))).succeedsWithin(PATIENCE);
		}
	}

	@Test
	void refusesATestWhoseFaultWasNeverMet() {
		FaultInjection unmet = new FaultInjection();
		Fault fault = unmet.on(SdkRequest.class).where(HeadBucketRequest.class::isInstance).doesNotArrive();
		assertThatThrownBy(unmet::check).isInstanceOf(AssertionError.class)
			.hasMessage("The fault was never met: call 1 of SdkRequest");
		fault.end();
	}

	@Test
	void dropsWhatOneSubscriptionWouldHear() {
		try (SnsClient sns = SnsClient.create(); SqsAsyncClient sqs = SqsAsyncClient.create()) {
			String topic = "it-" + UUID.randomUUID();
			Neighbours deaf = Neighbours.hearing(sns, sqs, topic);
			Neighbours others = Neighbours.hearing(sns, sqs, topic);
			try (DroppedSubscription dropped = DroppedSubscription.of(sns, topic, deaf.queue())) {
				others.say(topic, Neighbours.envelope("safelight.it", "it-happened.v1", "lost", 1, Map.of()));
				others.hear("it-happened.v1", "lost");
			}
			others.say(topic, Neighbours.envelope("safelight.it", "it-happened.v1", "kept", 1, Map.of()));
			deaf.hear("it-happened.v1", "kept");
			assertThat(deaf.heard((message) -> true)).hasSize(1);
		}
	}

	private S3Client bucket() {
		S3Client s3 = S3Client.builder().forcePathStyle(true).build();
		s3.createBucket((request) -> request.bucket(this.bucket));
		return s3;
	}

	private void put(S3Client s3, String key) {
		s3.putObject((request) -> request.bucket(this.bucket).key(key), RequestBody.fromString(key));
	}

	private List<String> keys(S3Client s3) {
		return s3.listObjectsV2((request) -> request.bucket(this.bucket))
			.contents()
			.stream()
			.map((object) -> object.key())
			.toList();
	}

}
