package io.safelight.messaging.test;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.DynamoDbStore;
import io.safelight.messaging.store.GroupCommitStore;
import io.safelight.messaging.store.StoreBusyException;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commits that travel together, in a real DynamoDB transaction.
 */
@LocalCloudTest
class JoinedCommitsIntegrationTests {

	private static final Table COUNTERS = Table.of("safelight-itjoining-counters", "name");

	private static final int COMMITS = 40;

	record Counter(String name, long version) {
	}

	@RegisterExtension
	final FaultInjection faults = new FaultInjection();

	private final AtomicInteger calls = new AtomicInteger();

	private final DynamoDbClient dynamoDb = DynamoDbClient.builder()
		.overrideConfiguration((configuration) -> configuration.addExecutionInterceptor(new Calls(this.calls)))
		.build();

	private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

	private final GroupCommitStore store = new GroupCommitStore(new DynamoDbStore(this.dynamoDb), 2);

	private final String run = UUID.randomUUID().toString();

	@BeforeEach
	void createTable() {
		this.dynamoDb.createTable((request) -> request.tableName(COUNTERS.name())
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.keySchema(KeySchemaElement.builder().attributeName("name").keyType(KeyType.HASH).build())
			.attributeDefinitions(
					AttributeDefinition.builder().attributeName("name").attributeType(ScalarAttributeType.S).build()));
	}

	@AfterEach
	void dropTable() {
		this.callers.close();
		this.dynamoDb.deleteTable((request) -> request.tableName(COUNTERS.name()));
		this.dynamoDb.close();
	}

	/** Counts what goes over the wire. */
	private record Calls(AtomicInteger count) implements ExecutionInterceptor {

		@Override
		public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
			this.count.incrementAndGet();
		}

	}

	private Write count(int counter, long to) {
		return new Write.Put(COUNTERS, new Counter(name(counter), to), Condition.version(to - 1));
	}

	private String name(int counter) {
		return this.run + "-" + counter;
	}

	private long version(int counter) {
		return this.store.find(COUNTERS, COUNTERS.key(name(counter)), Counter.class).map(Counter::version).orElse(0L);
	}

	private CompletableFuture<Boolean> commit(Write write) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				this.store.commit(List.of(write), UUID.randomUUID().toString());
				return true;
			}
			catch (ConditionFailedException ex) {
				assertThat(ex.refused()).containsExactly(write);
				return false;
			}
		}, this.callers);
	}

	@Test
	void makesFortyCommitsInAFewTransactions() {
		this.calls.set(0);
		List<CompletableFuture<Boolean>> commits = IntStream.range(0, COMMITS)
			.mapToObj((i) -> commit(count(i, 1)))
			.toList();
		assertThat(commits).allMatch(CompletableFuture::join);
		assertThat(this.calls.get()).isLessThan(COMMITS / 2);
		assertThat(IntStream.range(0, COMMITS).mapToLong(this::version)).containsOnly(1L);
	}

	@Test
	void refusesThoseWhoseConditionsDoNotHoldAndNoOthers() {
		List<CompletableFuture<Boolean>> commits = IntStream.range(0, COMMITS)
			.mapToObj((i) -> commit(count(i, (i % 10 == 0) ? 7 : 1)))
			.toList();
		for (int i = 0; i < COMMITS; i++) {
			assertThat(commits.get(i).join()).isEqualTo(i % 10 != 0);
			assertThat(version(i)).isEqualTo((i % 10 != 0) ? 1 : 0);
		}
	}

	/** F5 for a group. */
	@Test
	void makesACommitOnceWhenTheAnswerOfItsTransactionIsLost() {
		this.faults.on(TransactWriteItemsRequest.class).losesItsAnswer();
		List<CompletableFuture<Boolean>> commits = IntStream.range(0, COMMITS)
			.mapToObj((i) -> commit(count(i, 1)))
			.toList();
		assertThat(commits).allMatch(CompletableFuture::join);
		assertThat(IntStream.range(0, COMMITS).mapToLong(this::version)).containsOnly(1L);
	}

	/** F7: two processes, one row. */
	@Test
	void countsEveryCommitOnceThoughAnotherProcessChangesTheSameRows() {
		GroupCommitStore other = new GroupCommitStore(new DynamoDbStore(this.dynamoDb), 2);
		AtomicInteger made = new AtomicInteger();
		List<CompletableFuture<Void>> all = new ArrayList<>();
		for (GroupCommitStore process : List.of(this.store, other)) {
			for (int i = 0; i < 4; i++) {
				all.add(CompletableFuture.runAsync(() -> {
					for (int round = 0; round < 10; round++) {
						made.addAndGet(countUp(process) ? 1 : 0);
					}
				}, this.callers));
			}
		}
		all.forEach(CompletableFuture::join);
		assertThat(version(0)).isEqualTo(made.get()).isPositive();
	}

	private boolean countUp(GroupCommitStore process) {
		try {
			process.commit(List.of(count(0, version(0) + 1)), UUID.randomUUID().toString());
			return true;
		}
		catch (ConditionFailedException | StoreBusyException ex) {
			return false;
		}
	}

}
