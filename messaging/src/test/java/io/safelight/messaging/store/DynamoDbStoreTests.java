package io.safelight.messaging.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DynamoDbStoreTests {

	private static final Table NOTES = Table.of("notes", "id");

	record Note(String id) {
	}

	private final BusyDynamoDb dynamoDb = new BusyDynamoDb();

	private final DynamoDbStore store = new DynamoDbStore(this.dynamoDb);

	private static List<Write> writes(String... ids) {
		return Stream.of(ids).<Write>map((id) -> new Write.Put(NOTES, new Note(id), Condition.absent())).toList();
	}

	private void cancelsBecauseOf(String... codes) {
		this.dynamoDb.failure = () -> TransactionCanceledException.builder()
			.cancellationReasons(
					Stream.of(codes).map((code) -> CancellationReason.builder().code(code).build()).toList())
			.build();
	}

	@Test
	void asksAgainForWhatWasNotWrittenUntilAllIs() {
		this.dynamoDb.mostOfABatch = 10;
		this.store.putAll(NOTES, IntStream.range(0, 60).mapToObj((i) -> new Note("n" + i)).toList());
		assertThat(this.dynamoDb.written).hasSize(60).doesNotHaveDuplicates();
		assertThat(this.dynamoDb.batches).containsExactly(25, 15, 5, 25, 15, 5, 10);
	}

	@Test
	void namesTheWritesThatAreRefused() {
		List<Write> writes = writes("a", "b", "c");
		cancelsBecauseOf("None", "ConditionalCheckFailed", "TransactionConflict");
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.store.commit(writes, "t"))
			.satisfies((ex) -> assertThat(ex.refused()).containsExactly(writes.get(1)));
	}

	@Test
	void namesTheWritesWhoseRowsOthersAreChanging() {
		List<Write> writes = writes("a", "b", "c");
		cancelsBecauseOf("None", "None", "TransactionConflict");
		assertThatExceptionOfType(StoreBusyException.class).isThrownBy(() -> this.store.commit(writes, "t"))
			.satisfies((ex) -> assertThat(ex.busy()).containsExactly(writes.get(2)));
	}

	@Test
	void doesNotTakeAnItemThatIsTooLargeForAPassingTrouble() {
		cancelsBecauseOf("ValidationError", "None");
		assertThatExceptionOfType(TransactionCanceledException.class)
			.isThrownBy(() -> this.store.commit(writes("a", "b"), "t"));
	}

	/** Takes only a part of each batch, and cancels transactions when told to. */
	private static final class BusyDynamoDb implements DynamoDbClient {

		private final List<Integer> batches = new ArrayList<>();

		private final List<String> written = new ArrayList<>();

		private int mostOfABatch = 25;

		private Supplier<RuntimeException> failure = IllegalStateException::new;

		@Override
		public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
			List<WriteRequest> all = request.requestItems().getOrDefault("notes", List.of());
			this.batches.add(all.size());
			int taken = Math.min(this.mostOfABatch, all.size());
			all.subList(0, taken)
				.forEach((write) -> this.written
					.addAll(write.putRequest().item().values().stream().map(AttributeValue::s).toList()));
			return BatchWriteItemResponse.builder()
				.unprocessedItems((taken < all.size()) ? Map.of("notes", all.subList(taken, all.size())) : Map.of())
				.build();
		}

		@Override
		public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
			throw this.failure.get();
		}

		@Override
		public String serviceName() {
			return "dynamodb";
		}

		@Override
		public void close() {
			// There is nothing to close.
		}

	}

}
