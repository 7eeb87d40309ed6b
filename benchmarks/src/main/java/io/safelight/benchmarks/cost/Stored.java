package io.safelight.benchmarks.cost;

import java.net.URI;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Bytes that lie in the account, by storage class; rows of messages apart, as they do not
 * stay.
 */
final class Stored {

	private static final AwsCredentialsProvider CREDENTIALS = StaticCredentialsProvider
		.create(AwsBasicCredentials.create("test", "test"));

	/** What DynamoDB bills for an item besides what is in it. */
	private static final int ITEM_OVERHEAD = 100;

	private Stored() {
	}

	static Amounts in(String cloud) {
		return objects(cloud).plus(items(cloud));
	}

	private static Amounts objects(String cloud) {
		Amounts bytes = Amounts.NONE;
		try (S3Client s3 = S3Client.builder()
			.endpointOverride(URI.create(cloud))
			.region(Region.US_EAST_1)
			.forcePathStyle(true)
			.credentialsProvider(CREDENTIALS)
			.build()) {
			for (Bucket bucket : s3.listBuckets().buckets()) {
				for (S3Object object : s3.listObjectsV2Paginator((request) -> request.bucket(bucket.name()))
					.contents()) {
					bytes = bytes.plus(Amounts.of("s3." + object.storageClassAsString() + ".month", object.size()));
				}
			}
		}
		return bytes;
	}

	private static Amounts items(String cloud) {
		Amounts bytes = Amounts.NONE;
		try (DynamoDbClient dynamoDb = DynamoDbClient.builder()
			.endpointOverride(URI.create(cloud))
			.region(Region.US_EAST_1)
			.credentialsProvider(CREDENTIALS)
			.build()) {
			for (String table : dynamoDb.listTablesPaginator().tableNames()) {
				long items = dynamoDb.scanPaginator((request) -> request.tableName(table))
					.items()
					.stream()
					.mapToLong((item) -> ITEM_OVERHEAD + item.entrySet()
						.stream()
						.mapToLong((attribute) -> attribute.getKey().length() + bytes(attribute.getValue()))
						.sum())
					.sum();
				bytes = bytes
					.plus(Amounts.of(table.endsWith("-messages") ? "dynamodb.passing" : "dynamodb.month", items));
			}
		}
		return bytes;
	}

	/** Near enough: as long as it is written. */
	private static long bytes(AttributeValue value) {
		return switch (value.type()) {
			case S -> value.s().length();
			case N -> value.n().length() / 2 + 2;
			case B -> value.b().asByteArrayUnsafe().length;
			case M -> 3 + value.m()
				.entrySet()
				.stream()
				.mapToLong((entry) -> 1 + entry.getKey().length() + bytes(entry.getValue()))
				.sum();
			case L -> 3 + value.l().stream().mapToLong((element) -> 1 + bytes(element)).sum();
			default -> 1;
		};
	}

}
