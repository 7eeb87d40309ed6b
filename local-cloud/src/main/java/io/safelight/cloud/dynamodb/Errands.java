package io.safelight.cloud.dynamodb;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.ThreadPoolExecutor;

import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/**
 * What DynamoDB Local does in the background. It has ten threads for that. Three are its
 * schedulers', and each table whose rows expire keeps one for good: with seven such
 * tables no index was ever built and no other table lost a row, and nothing said so.
 */
final class Errands {

	/**
	 * More than there can be tables with rows that expire; a thread is made when needed.
	 */
	private static final int THREADS = 256;

	private Errands() {
	}

	/**
	 * Lets it do as much at a time as there is to do.
	 * @throws ReflectiveOperationException if this version of DynamoDB Local is made in
	 * another way
	 */
	static void giveThreads(LocalDynamoDBRequestHandler requests) throws ReflectiveOperationException {
		Method database = LocalDynamoDBRequestHandler.class.getDeclaredMethod("getHandler", String.class);
		database.setAccessible(true);
		// One for all access keys.
		Object client = database.invoke(requests, "shared");
		JobsRegister jobs = (JobsRegister) read(LocalDBClient.class, "jobs", client);
		ThreadPoolExecutor threads = (ThreadPoolExecutor) read(JobsRegister.class, "threadPool", jobs);
		threads.setMaximumPoolSize(THREADS);
		threads.setCorePoolSize(THREADS);
	}

	private static Object read(Class<?> type, String name, Object from) throws ReflectiveOperationException {
		Field field = type.getDeclaredField(name);
		field.setAccessible(true);
		return field.get(from);
	}

}
