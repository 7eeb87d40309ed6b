package io.safelight.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.safelight.audit.Auditor;
import io.safelight.audit.Evidence;
import io.safelight.audit.Report;
import io.safelight.simulation.port.Index;
import io.safelight.simulation.port.Tables;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges a world that has come to rest: by the auditor, on the evidence of its tables,
 * buckets and queues, and by what only a world at rest can promise: that nothing is on
 * its way any more, and that each message which a queue took was handled.
 */
final class Judge {

	private static final List<String> BUCKETS = List.of("safelight-incoming", "safelight-originals", "safelight-public",
			"safelight-sale", "safelight-purchases");

	private static final Map<String, Set<String>> AT_REST = Map.of("safelight-publication-publications",
			Set.of("PUBLISHED", "REJECTED", "FAILED"), "safelight-upload-sessions",
			Set.of("PUBLISHED", "REJECTED", "FAILED", "REFUSED", "ABANDONED"), "safelight-purchase-orders",
			Set.of("PAID", "REFUSED"), "safelight-purchase-licences", Set.of("READY", "REVOKED"),
			"safelight-purchase-links", Set.of("ISSUED", "CONSUMED", "EXPIRED", "REVOKED"));

	private final World world;

	private final Tables tables;

	Judge(World world) {
		this.world = world;
		this.tables = world.ports().tables();
	}

	/** What is still on its way. */
	List<String> unfinished() {
		List<String> unfinished = new ArrayList<>();
		AT_REST.forEach((table, states) -> this.tables.all(table, ObjectNode.class)
			.stream()
			.filter((row) -> !states.contains(row.path("state").asString("")))
			.forEach((row) -> unfinished.add(table + " " + row)));
		for (String service : Marketplace.SERVICES) {
			this.tables.work(service)
				.forEach((row) -> unfinished.add(service + " " + row.path("work") + row.path("pk")));
		}
		if (this.world.queues().waiting() > 0) {
			unfinished.add(this.world.queues().waiting() + " messages in queues");
		}
		return unfinished;
	}

	/** Whether something of a service waits to be sent or to be decided. */
	boolean hasWork(String service) {
		return !this.tables.work(service).isEmpty();
	}

	/** Everything that is wrong; empty if every promise is kept. */
	List<String> judge() {
		List<String> wrong = new ArrayList<>(unfinished());
		Evidence evidence = evidence();
		for (Index index : this.world.ports().indexes()) {
			Report report = new Auditor().judgeAtRest(with(evidence, index.found()));
			report.findings().forEach((finding) -> wrong.add(finding.toString()));
		}
		wrong.addAll(unhandled());
		return wrong.stream().distinct().toList();
	}

	private List<String> unhandled() {
		Map<String, Set<String>> handled = Marketplace.SERVICES.stream()
			.collect(Collectors.toMap((service) -> service,
					(service) -> this.tables.all("safelight-" + service + "-messages", Evidence.Message.class)
						.stream()
						.map(Evidence.Message::pk)
						.collect(Collectors.toSet())));
		return this.world.queues()
			.accepted()
			.stream()
			.filter((id) -> !handled.getOrDefault(id.substring(0, id.indexOf('|')), Set.of())
				.contains("IN#" + id.substring(id.indexOf('|') + 1)))
			.map((id) -> "each message is handled: " + id + ": it was accepted by the queue and never handled")
			.toList();
	}

	private Evidence evidence() {
		Map<String, List<Evidence.Message>> messages = new LinkedHashMap<>();
		for (String service : Marketplace.SERVICES) {
			messages.put(service, rows(service + "-messages", Evidence.Message.class));
		}
		return new Evidence(rows("upload-sessions", Evidence.Upload.class),
				rows("publication-publications", Evidence.Publication.class),
				rows("catalog-photos", Evidence.Listing.class), rows("search-documents", Evidence.Document.class),
				Set.of(), BUCKETS.stream().collect(Collectors.toMap((name) -> name, this::objects)), messages,
				this.world.queues().deadLetters(), rows("purchase-orders", Evidence.Order.class),
				rows("purchase-charges", Evidence.Charge.class), rows("purchase-ledger", Evidence.Booking.class),
				rows("purchase-licences", Evidence.Licence.class), rows("purchase-links", Evidence.Link.class),
				this.world.queues().subscriptions(), this.world.time());
	}

	private <T> List<T> rows(String table, Class<T> type) {
		return this.tables.all("safelight-" + table, type);
	}

	private Map<String, Evidence.StoredObject> objects(String bucket) {
		Map<String, Evidence.StoredObject> objects = new LinkedHashMap<>();
		this.world.ports()
			.buckets()
			.bucket(bucket)
			.forEach((key, blob) -> objects.put(key,
					new Evidence.StoredObject(key, blob.bytes().length, blob.storageClass())));
		return objects;
	}

	private static Evidence with(Evidence all, Set<String> found) {
		return new Evidence(all.uploads(), all.publications(), all.listings(), all.documents(), found, all.objects(),
				all.messages(), all.deadLetters(), all.orders(), all.charges(), all.ledger(), all.licences(),
				all.links(), all.subscriptions(), all.takenAt());
	}

}
