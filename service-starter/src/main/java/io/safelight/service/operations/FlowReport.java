package io.safelight.service.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.QueueName;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.OutboxBacklog;
import io.safelight.messaging.topology.Topology;
import io.safelight.service.operations.FlowView.Listening;
import io.safelight.service.operations.FlowView.OutboxView;
import io.safelight.service.operations.FlowView.QueueKind;
import io.safelight.service.operations.FlowView.QueueView;
import io.safelight.service.operations.FlowView.TypeView;

/**
 * Tells how events flow through this service: from what it declares, its tables, SQS and
 * its meters. Thread-safe.
 */
final class FlowReport {

	private static final int MOST_COUNTED = 1000;

	private static final double MILLIS = 1000;

	private final Topology topology;

	private final MessageRoutes routes;

	private final QueueDepths depths;

	private final ParkedMessages parked;

	private final Outbox outbox;

	private final MeterRegistry meters;

	private final Clock clock;

	private final Instance instance;

	FlowReport(Topology topology, MessageRoutes routes, QueueDepths depths, ParkedMessages parked, Outbox outbox,
			MeterRegistry meters, Clock clock, Instance instance) {
		this.topology = topology;
		this.routes = routes;
		this.depths = depths;
		this.parked = parked;
		this.outbox = outbox;
		this.meters = meters;
		this.clock = clock;
		this.instance = instance;
	}

	FlowView now() {
		return new FlowView(this.topology.service(), this.instance.version(), this.instance.id(), this.clock.instant(),
				this.instance.since(), this.topology.topics(), listens(), queues(), this.parked.waiting(MOST_COUNTED),
				outbox(), types());
	}

	private List<Listening> listens() {
		return this.routes.typesByTopic()
			.entrySet()
			.stream()
			.map((entry) -> new Listening(entry.getKey(), List.copyOf(entry.getValue())))
			.toList();
	}

	private List<QueueView> queues() {
		if (this.routes.all().isEmpty()) {
			return List.of();
		}
		QueueName queue = new QueueName(this.routes.queue());
		return this.depths.of(List.of(new QueueDepths.Asked(queue.name(), QueueKind.WORK),
				new QueueDepths.Asked(queue.deadLetters(), QueueKind.DEAD_LETTERS),
				new QueueDepths.Asked(queue.undelivered(), QueueKind.UNDELIVERED)));
	}

	private OutboxView outbox() {
		OutboxBacklog backlog = this.outbox.backlog();
		return new OutboxView(backlog.pending(), backlog.oldestAge().toMillis() / MILLIS);
	}

	private List<TypeView> types() {
		return this.routes.all().stream().map((route) -> type(route.type().name())).toList();
	}

	private TypeView type(String type) {
		Timer age = this.meters.find("event.age").tag("type", type).timer();
		return new TypeView(type, count(type, "handled"), count(type, "unchanged"), count(type, "duplicate"),
				count(type, "retry"), count(type, "parked"), (age != null) ? age.mean(TimeUnit.SECONDS) : 0,
				(age != null) ? age.max(TimeUnit.SECONDS) : 0);
	}

	private long count(String type, String outcome) {
		return this.meters.find("event.handled")
			.tag("type", type)
			.tag("outcome", outcome)
			.counters()
			.stream()
			.mapToLong((counter) -> (long) counter.count())
			.sum();
	}

	/**
	 * Which process it is.
	 *
	 * @param id chosen at its start
	 * @param version of the service
	 * @param since when it started
	 */
	record Instance(String id, String version, Instant since) {
	}

}
