package io.safelight.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.safelight.messaging.autoconfigure.PeriodicTask;
import io.safelight.messaging.inbox.OnceOnlyHandler;
import io.safelight.messaging.outbox.OutboxRelay;
import io.safelight.simulation.wiring.Wired;

import org.springframework.context.SmartLifecycle;

/**
 * One running instance of a service, with everything that it has in memory. When it dies
 * all of that is gone, and every port is closed to it; whoever comes after it is another
 * one.
 */
public final class Process {

	private static final String MESSAGING = "io.safelight.messaging";

	private final World world;

	private final String service;

	private final int number;

	private final List<Timer> timers = new ArrayList<>();

	private Wired wired;

	private boolean alive = true;

	private String activity = "start";

	private int calls;

	private int busy;

	private boolean relaying;

	Process(World world, String service, int number) {
		this.world = world;
		this.service = service;
		this.number = number;
		this.wired = world.blueprint(service).start(world.ports(this));
	}

	/**
	 * What Spring does when an application starts, but for threads: receivers, the relay
	 * and timers are what the world calls.
	 */
	void start(List<String> leftOut) {
		this.wired.all(SmartLifecycle.class, leftOut)
			.stream()
			.filter((bean) -> !bean.getClass().getPackageName().startsWith(MESSAGING))
			.forEach(SmartLifecycle::start);
		this.wired.all(PeriodicTask.class, leftOut).forEach((task) -> this.timers.add(new Timer(this, task)));
	}

	public String service() {
		return this.service;
	}

	/** The name in stories, such as {@code imaging-2}. */
	public String name() {
		return this.service + "-" + this.number;
	}

	/** How long the world exists. */
	Duration timeOfWorld() {
		return Duration.ofMillis(this.world.now());
	}

	int number() {
		return this.number;
	}

	public <T> T get(Class<T> type) {
		return this.wired.get(type);
	}

	OnceOnlyHandler handler() {
		return get(OnceOnlyHandler.class);
	}

	List<Timer> timers() {
		return this.timers;
	}

	boolean isAlive() {
		return this.alive;
	}

	boolean isIdle() {
		return this.alive && this.busy == 0;
	}

	void die() {
		this.alive = false;
	}

	PortCall call(String operation) {
		return new PortCall(this.service, this.activity, this.calls, operation);
	}

	String activity() {
		return this.activity;
	}

	int calls() {
		return this.calls;
	}

	void countCall() {
		this.calls++;
	}

	/** Something was committed that is to be sent. */
	void wantRelay() {
		if (!this.relaying) {
			this.relaying = true;
			this.world.relaySoon(this);
		}
	}

	void relay() {
		this.relaying = false;
		OutboxRelay relay = get(OutboxRelay.class);
		int sent = relay.sendWaiting();
		while (sent > 0) {
			sent = relay.sendWaiting();
		}
	}

	/**
	 * Does something as this process.
	 * @return whether it was done to its end
	 */
	public boolean act(String name, Activity doing) {
		String before = this.activity;
		int callsBefore = this.calls;
		this.activity = name;
		this.calls = 0;
		this.busy++;
		try {
			doing.run();
			return this.alive;
		}
		catch (ProcessDiedException ex) {
			return false;
		}
		catch (Exception ex) {
			this.world.tell(this, name + " failed:", ex.toString());
			return false;
		}
		finally {
			this.busy--;
			this.activity = before;
			this.calls = callsBefore;
		}
	}

	/** This process's own idea of the time. */
	public Clock clock() {
		return new Clock() {

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return Process.this.world.timeOf(Process.this);
			}

		};
	}

	/** Something that a process does. */
	@FunctionalInterface
	public interface Activity {

		void run() throws Exception;

	}

}
