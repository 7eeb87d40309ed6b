package io.safelight.simulation.port;

import java.util.List;

import io.safelight.messaging.outbox.Destination;
import io.safelight.messaging.outbox.MessageSender;
import io.safelight.messaging.outbox.OutboxMessage;
import io.safelight.simulation.Bug;
import io.safelight.simulation.Process;
import io.safelight.simulation.World;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The topics as one process reaches them. What fails was not accepted, as far as the
 * sender knows.
 */
final class Sender implements MessageSender {

	private final World world;

	private final Process process;

	Sender(World world, Process process) {
		this.world = world;
		this.process = process;
	}

	@Override
	public List<OutboxMessage> send(Destination destination, List<OutboxMessage> messages) {
		if (this.world.has(Bug.MARKED_SENT_BEFORE_SENDING)) {
			this.world.in(this.world.between(10, 2000), this.process, () -> accept(destination, messages));
			return messages;
		}
		try {
			return this.world.call(this.process, "topic.send", () -> {
				accept(destination, messages);
				return messages;
			});
		}
		catch (SdkException ex) {
			return List.of();
		}
	}

	private void accept(Destination destination, List<OutboxMessage> messages) {
		messages.forEach((message) -> this.world.tell(this.process.name(), "says",
				message.type() + " " + message.messageId() + " about " + message.aggregateId()));
		this.world.queues().accept(destination, messages);
	}

}
