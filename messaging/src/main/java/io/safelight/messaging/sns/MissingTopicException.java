package io.safelight.messaging.sns;

/**
 * There is no topic of the name that a message is to be sent to.
 */
public class MissingTopicException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String topic;

	public MissingTopicException(String topic) {
		super("There is no topic " + topic
				+ ": create the topology (infra/), or let the service do it with safelight.provision=true");
		this.topic = topic;
	}

	public String topic() {
		return this.topic;
	}

}
