package io.safelight.messaging.topology;

import java.util.ArrayList;
import java.util.List;

import io.safelight.messaging.outbox.MessageTable;
import io.safelight.messaging.store.Table;

/**
 * What a service needs to exist: the topics, tables and buckets that it owns. Its queue
 * and subscriptions follow from its routes, its message table from its name.
 *
 * @param service the service's short name, such as {@code imaging}
 * @param topics the topics that it owns
 * @param tables its tables, the one for its messages included
 * @param buckets its buckets
 */
public record Topology(String service, List<String> topics, List<Table> tables, List<Bucket> buckets) {

	public Topology {
		topics = List.copyOf(topics);
		tables = List.copyOf(tables);
		buckets = List.copyOf(buckets);
	}

	/** Begins a service's topology with the table for its messages. */
	public static Topology of(String service) {
		return new Topology(service, List.of(), List.of(MessageTable.of(service)), List.of());
	}

	public Topology topic(String name) {
		return new Topology(this.service, plus(this.topics, name), this.tables, this.buckets);
	}

	public Topology table(Table table) {
		return new Topology(this.service, this.topics, plus(this.tables, table), this.buckets);
	}

	public Topology bucket(Bucket bucket) {
		return new Topology(this.service, this.topics, this.tables, plus(this.buckets, bucket));
	}

	private static <T> List<T> plus(List<T> list, T item) {
		List<T> all = new ArrayList<>(list);
		all.add(item);
		return all;
	}

	/**
	 * A bucket, never public.
	 *
	 * @param name its name
	 * @param browserOrigins origins whose pages may put parts into it with presigned
	 * URLs; empty for none
	 */
	public record Bucket(String name, List<String> browserOrigins) {

		public Bucket {
			browserOrigins = List.copyOf(browserOrigins);
		}

		public static Bucket of(String name) {
			return new Bucket(name, List.of());
		}

	}

}
