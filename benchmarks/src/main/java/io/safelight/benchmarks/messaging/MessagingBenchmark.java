package io.safelight.benchmarks.messaging;

/**
 * Events per second from a committed transaction to a committed transaction.
 */
public final class MessagingBenchmark {

	private MessagingBenchmark() {
	}

	public static void main(String... args) {
		System.out.println("Not measured yet");
	}

}
