package io.safelight.messaging;

/**
 * The name of a queue or topic, and what follows from it: whether it keeps messages in
 * sequence, and what its dead-letter queues are called. AWS wants {@code .fifo} at the
 * end of the name of everything that keeps a sequence, dead-letter queues included.
 *
 * @param name the whole name
 */
public record QueueName(String name) {

	private static final String FIFO = ".fifo";

	/**
	 * The queue of a consumer.
	 * @param service the service's short name
	 * @param inSequence whether it is read in sequence
	 */
	static QueueName of(String service, boolean inSequence) {
		return new QueueName("safelight-" + service + (inSequence ? FIFO : ""));
	}

	/** Whether messages of one group keep their order. */
	public boolean inSequence() {
		return this.name.endsWith(FIFO);
	}

	/** Where SQS puts what was received too often. */
	public String deadLetters() {
		return with("-dlq");
	}

	/** Where SNS puts what it could not deliver. */
	public String undelivered() {
		return with("-undelivered-dlq");
	}

	private String with(String suffix) {
		return inSequence() ? this.name.substring(0, this.name.length() - FIFO.length()) + suffix + FIFO
				: this.name + suffix;
	}

}
