package io.safelight.simulation.port;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.safelight.imaging.rendition.Carriers;
import io.safelight.messaging.Ids;
import io.safelight.messaging.inbox.Pause;
import io.safelight.messaging.topology.BucketNames;
import io.safelight.simulation.Process;
import io.safelight.simulation.World;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Everything that is outside of the processes, once, and what each process is given to
 * reach it.
 */
public final class Ports {

	/** Nobody follows the addresses here: photographers bring their bytes themselves. */
	private static final S3Presigner NO_ADDRESSES = (S3Presigner) Proxy.newProxyInstance(Ports.class.getClassLoader(),
			new Class<?>[] { S3Presigner.class }, (proxy, method, arguments) -> {
				throw new UnsupportedOperationException(method.toString());
			});

	private final World world;

	private final Buckets buckets = new Buckets();

	private final Tables tables;

	private final Keys keys = new Keys();

	/** By process: an index is on a disk, and outlives its process. */
	private final Map<String, Index> indexes = new HashMap<>();

	private int mails;

	public Ports(World world) {
		this.world = world;
		this.tables = new Tables(world, new Invariants(world, this.buckets));
	}

	/** What a process reaches the world by. */
	public List<Object> of(Process process) {
		Ids ids = this.world::id;
		Pause pause = (most) -> this.world.pass(this.world.between(1, most.toMillis()));
		Carriers carriers = InThisThread::new;
		Index index = this.indexes.computeIfAbsent(process.name(), (name) -> new Index());
		index.reopen();
		return List.of(process.clock(), ids, pause, carriers, new CompositeMeterRegistry(),
				new ProcessStore(this.world, process, this.tables), new Sender(this.world, process),
				new ProcessBuckets(this.world, process, this.buckets), NO_ADDRESSES, new Eyes(this.world, process),
				new SmallCopies(), new ProcessKeys(this.world, process, this.keys), Keys.MATERIALS,
				new Post(this.world, process, () -> "mail-" + ++this.mails), new Pictures(this.world, process), index,
				new QueueCounts(this.world, process), new BucketNames(""));
	}

	public Tables tables() {
		return this.tables;
	}

	public Buckets buckets() {
		return this.buckets;
	}

	/** What each instance of the search finds. */
	public List<Index> indexes() {
		return this.indexes.entrySet()
			.stream()
			.filter((index) -> index.getKey().startsWith("search-"))
			.map(Map.Entry::getValue)
			.toList();
	}

}
