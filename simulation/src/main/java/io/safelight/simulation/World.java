package io.safelight.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

import io.safelight.messaging.store.StoreBusyException;
import io.safelight.simulation.port.Originals;
import io.safelight.simulation.port.Ports;
import io.safelight.simulation.port.Queues;
import io.safelight.simulation.wiring.Blueprint;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Time, chance and all processes. Everything that happens is an event; while one happens,
 * at any call of a port, others may happen to other processes. One thread, no waiting.
 */
public final class World {

	/** Two of each, so that they get into each other's way. */
	private static final int PROCESSES = 2;

	private static final int DEEPEST = 3;

	private static final Instant BEGINNING = Instant.parse("2026-03-01T00:00:00Z");

	private static final long HOUR = Duration.ofHours(1).toMillis();

	private final PriorityQueue<Event> agenda = new PriorityQueue<>();

	private final Map<String, List<Process>> processes = new LinkedHashMap<>();

	private final Map<String, Long> skews = new LinkedHashMap<>();

	private final Map<String, Originals.Kind> kinds = new LinkedHashMap<>();

	private final List<String> leftOut = new ArrayList<>();

	private final SplittableRandom random;

	private final SplittableRandom identities;

	private final Weather weather;

	private final Set<Bug> bugs;

	private final Story story;

	private final Ports ports;

	private final Queues queues;

	private Faults faults;

	private long now;

	private long planned;

	private long happened;

	private int depth;

	private int errands;

	private boolean calm;

	private long calmSince;

	private @Nullable String broken;

	World(long seed, Weather weather, Set<Bug> bugs, Story story) {
		this.random = new SplittableRandom(seed);
		this.identities = this.random.split();
		this.weather = weather;
		this.bugs = bugs.isEmpty() ? EnumSet.noneOf(Bug.class) : EnumSet.copyOf(bugs);
		this.story = story;
		this.faults = Faults.NONE;
		this.queues = new Queues(this);
		this.ports = new Ports(this);
	}

	/** Starts all processes. */
	void begin(Faults what) {
		for (String service : Marketplace.SERVICES) {
			this.processes.put(service, new ArrayList<>());
			for (int number = 1; number <= PROCESSES; number++) {
				this.skews.put(service + "-" + number, (this.weather.skew() > 0)
						? chance().nextLong(2 * this.weather.skew()) - this.weather.skew() : 0);
				start(service, number);
			}
			this.queues.of(process(service, 0));
		}
		this.faults = what;
	}

	private void start(String service, int number) {
		Process process = new Process(this, service, number);
		if (process.act("start", () -> process.start(this.leftOut))) {
			List<Process> all = processes(service);
			all.removeIf((other) -> other.number() == number);
			all.add(process);
			process.timers().forEach(this::plan);
		}
		else {
			in(between(1000, 60_000), null, () -> start(service, number));
		}
	}

	private List<Process> processes(String service) {
		return this.processes.computeIfAbsent(service, (none) -> new ArrayList<>());
	}

	/** A process that may be dead. */
	Process process(String service, int index) {
		return processes(service).get(index);
	}

	/** A process of this service that has nothing else to do. */
	public @Nullable Process idle(String service) {
		List<Process> all = processes(service);
		int first = chance().nextInt(Math.max(1, all.size()));
		for (int i = 0; i < all.size(); i++) {
			Process process = all.get((first + i) % all.size());
			if (process.isIdle()) {
				return process;
			}
		}
		return null;
	}

	Blueprint blueprint(String service) {
		return Marketplace.blueprint(service);
	}

	List<Object> ports(Process process) {
		return this.ports.of(process);
	}

	public Ports ports() {
		return this.ports;
	}

	public Queues queues() {
		return this.queues;
	}

	public boolean has(Bug bug) {
		return this.bugs.contains(bug);
	}

	public Weather weather() {
		return this.weather;
	}

	/** Whether nothing goes wrong any more. */
	public boolean isCalm() {
		return this.calm;
	}

	long calmSince() {
		return this.calmSince;
	}

	void calmDown() {
		this.calm = true;
		this.calmSince = this.now;
		this.faults = Faults.NONE;
		this.skews.replaceAll((name, skew) -> 0L);
	}

	public SplittableRandom chance() {
		return this.random;
	}

	public boolean chance(int of, int ofHowMany) {
		return of > 0 && this.random.nextInt(ofHowMany) < of;
	}

	public long between(long least, long most) {
		return this.random.nextLong(least, most + 1);
	}

	/** What a photograph is, as whoever looks at it sees. */
	public Originals.Kind kindOf(String photoId) {
		return this.kinds.getOrDefault(photoId, Originals.Kind.GOOD);
	}

	public void know(String photoId, Originals.Kind kind) {
		this.kinds.put(photoId, kind);
	}

	/** All photographs that anybody has begun to upload, in that order. */
	public Collection<String> photos() {
		return this.kinds.keySet();
	}

	/** A UUID that this seed gives here. */
	public String id() {
		return new UUID(this.identities.nextLong(), this.identities.nextLong()).toString();
	}

	/** Milliseconds since the beginning. */
	public long now() {
		return this.now;
	}

	public void pass(long millis) {
		this.now += millis;
	}

	Instant timeOf(Process process) {
		return BEGINNING.plusMillis(this.now + this.skews.getOrDefault(process.name(), 0L));
	}

	/** The time by a clock that is right. */
	public Instant time() {
		return BEGINNING.plusMillis(this.now);
	}

	/** Plans something. */
	public void in(long millis, @Nullable Process process, Runnable action) {
		this.agenda.add(new Event(this.now + millis, this.planned++, process, action));
	}

	/** Plans something that somebody wants, and that has to be over before the end. */
	public void errand(long millis, Runnable action) {
		this.errands++;
		in(millis, null, () -> {
			this.errands--;
			action.run();
		});
	}

	int errands() {
		return this.errands;
	}

	private void plan(Timer timer) {
		int plan = timer.replan();
		long wait = timer.next();
		in(between(wait / 2, wait + wait / 2), timer.process(), () -> {
			if (timer.plan() == plan) {
				timer.process().act(timer.name(), timer::call);
				plan(timer);
			}
		});
	}

	void relaySoon(Process process) {
		in(between(0, 20), process, () -> process.act("outbox-relay", process::relay));
	}

	/**
	 * Something was committed: whoever looks for work in this service is on time again.
	 */
	public void stirred(Process process) {
		process.wantRelay();
		for (Timer timer : process.timers()) {
			if (timer.isLazy()) {
				timer.onTime();
				plan(timer);
			}
		}
	}

	/** Lets the next thing happen. */
	boolean step() {
		Event event = this.agenda.poll();
		if (event == null) {
			return false;
		}
		happen(event);
		return true;
	}

	private void happen(Event event) {
		this.now = Math.max(this.now, event.time());
		Process process = event.process();
		if (process == null || process.isIdle()) {
			this.happened++;
			event.action().run();
		}
		else if (process.isAlive()) {
			in(between(500, 5000), process, event.action());
		}
	}

	/**
	 * A call of something outside of the process.
	 * @param process who calls
	 * @param operation what is called
	 * @param effect what it does
	 */
	public <T extends @Nullable Object> T call(Process process, String operation, Supplier<T> effect) {
		if (!process.isAlive()) {
			throw ProcessDiedException.INSTANCE;
		}
		process.countCall();
		this.now++;
		Fault fault = this.faults.at(process, operation);
		if (!this.calm && this.depth < DEEPEST && chance(this.weather.meanwhile(), 1000)) {
			meanwhile(this.now + between(1, 1000));
		}
		if (fault == null) {
			return effect.get();
		}
		tell(process, fault + " at " + operation + " of", process.activity());
		return suffer(fault, process, operation, effect);
	}

	private <T extends @Nullable Object> T suffer(Fault fault, Process process, String operation, Supplier<T> effect) {
		switch (fault) {
			case FAIL_BEFORE -> throw failure(operation);
			case CONFLICT -> throw operation.equals("store.commit")
					? new StoreBusyException("simulated", failure(operation)) : failure(operation);
			case FAIL_AFTER -> {
				anyway(effect);
				throw failure(operation);
			}
			case FAIL_LATE -> {
				anyway(effect);
				meanwhile(this.now + between(660_000, 900_000));
				throw failure(operation);
			}
			case CRASH_BEFORE -> kill(process);
			case CRASH_AFTER -> {
				anyway(effect);
				kill(process);
			}
			case PAUSE -> {
				meanwhile(this.now + between(60_000, 720_000));
				return effect.get();
			}
		}
		throw ProcessDiedException.INSTANCE;
	}

	private static void anyway(Supplier<?> effect) {
		try {
			effect.get();
		}
		catch (RuntimeException ex) {
			// Its answer is lost, whatever it was.
			return;
		}
	}

	private static RuntimeException failure(String operation) {
		return SdkClientException.builder()
			.message(operation + " failed (simulated)")
			.writableStackTrace(false)
			.build();
	}

	/** Lets others get on until a time, while the caller stands still. */
	private void meanwhile(long until) {
		this.depth++;
		try {
			for (Event next = this.agenda.peek(); next != null && next.time() <= until
					&& this.depth <= DEEPEST; next = this.agenda.peek()) {
				happen(this.agenda.remove());
			}
			this.now = Math.max(this.now, until);
		}
		finally {
			this.depth--;
		}
	}

	void kill(Process process) {
		process.die();
		tell(process, "is dead", "");
		in(between(1000, 60_000), null, () -> start(process.service(), process.number()));
	}

	/** Sets a process's clock wrong by an hour, or right again. */
	void jump(String name) {
		this.skews.merge(name, HOUR, (skew, more) -> (skew >= HOUR) ? skew - more : skew + more);
	}

	/** Notes that something is true which must never be. */
	public void broken(String what) {
		if (this.broken == null) {
			this.broken = what;
			tell("invariant", what, "");
		}
	}

	@Nullable String broken() {
		return this.broken;
	}

	void tell(Process process, String what, String about) {
		tell(process.name(), what, about);
	}

	/** Puts a line into the story. */
	public void tell(String who, String what, String about) {
		this.story.tell(this.now, who, what, about);
	}

	Story story() {
		return this.story;
	}

	long happened() {
		return this.happened;
	}

	List<String> leftOut() {
		return this.leftOut;
	}

}
