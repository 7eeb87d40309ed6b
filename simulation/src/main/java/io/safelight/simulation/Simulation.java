package io.safelight.simulation;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import io.safelight.simulation.people.Customer;
import io.safelight.simulation.people.Photographer;
import io.safelight.simulation.people.Photographer.Habit;
import io.safelight.simulation.people.Staff;
import io.safelight.simulation.port.Originals.Kind;

/**
 * One run: people come and use the marketplace in bad weather; then nothing goes wrong
 * any more, everything that is on its way arrives, and the world is judged.
 */
public final class Simulation {

	/** How many lines of its story a run keeps for a report. */
	public static final int TOLD = 200;

	private static final long DAY = Duration.ofDays(1).toMillis();

	private static final long STAFF_ROUND = Duration.ofMinutes(20).toMillis();

	/** More than any run needs to come to rest. */
	private static final long MOST_EVENTS = 400_000;

	private static final long LONGEST = 60 * DAY;

	private static final int LOOK_EVERY = 64;

	private static final Kind[] KINDS = { Kind.GOOD, Kind.GOOD, Kind.GOOD, Kind.GOOD, Kind.GOOD, Kind.GOOD, Kind.GOOD,
			Kind.FORBIDDEN, Kind.DOUBTFUL, Kind.DISLIKED, Kind.NO_PICTURE, Kind.DAMAGED, Kind.UNRENDERABLE,
			Kind.CURSED };

	private final long seed;

	private final SplittableRandom choices;

	private final World world;

	private final Judge judge;

	private final Staff staff;

	/** How long a search may take to find what wrong clocks have hidden from it. */
	private final long patience;

	private long lookAgain;

	private long pause = STAFF_ROUND;

	private Simulation(long seed, Weather weather, Set<Bug> bugs, Story story) {
		this.seed = seed;
		this.choices = new SplittableRandom(seed);
		this.world = new World(seed, weather, bugs, story);
		this.judge = new Judge(this.world);
		this.patience = (weather.skew() > 0) ? DAY : 0;
		this.staff = new Staff(this.world);
	}

	/** A run with the weather and the people that the seed brings. */
	public static Verdict run(long seed, int sagas, Set<Bug> bugs, int toldLines) {
		Weather weather = Weather.of(new SplittableRandom(seed));
		Simulation simulation = new Simulation(seed, weather, bugs, new Story(toldLines));
		simulation.world.begin(new RandomFaults(new SplittableRandom(~seed), weather));
		simulation.invite(sagas);
		return simulation.untilRest(simulation.choices.nextLong(DAY / 24, DAY / 4));
	}

	/** A run in fine weather, of one scene. */
	static Verdict run(Faults faults, EveryCall.Scene scene) {
		Simulation simulation = new Simulation(1, Weather.FINE, EnumSet.noneOf(Bug.class), new Story(TOLD));
		simulation.world.begin(faults);
		new Photographer(simulation.world, 0, scene.kind(), scene.habit()).begin();
		if (scene.bought()) {
			simulation.comes(new Customer(simulation.world, 0), 60_000);
		}
		return simulation.untilRest(DAY / 8);
	}

	private void invite(int sagas) {
		for (int i = 0; i < sagas; i++) {
			Photographer photographer = new Photographer(this.world, i, KINDS[this.choices.nextInt(KINDS.length)],
					habit(this.choices.nextInt(20)));
			this.world.errand(this.choices.nextLong(3_600_000), photographer::begin);
			if (this.choices.nextInt(3) == 0) {
				comes(new Customer(this.world, i), this.choices.nextLong(7_200_000));
			}
		}
		if (this.world.weather().skew() > 0) {
			this.world.in(this.choices.nextLong(3_600_000), null, () -> this.world.jump("publication-1"));
			this.world.in(this.choices.nextLong(3_600_000), null, () -> this.world.jump("search-2"));
		}
	}

	private void comes(Customer customer, long when) {
		this.world.errand(when, customer::look);
	}

	private static Habit habit(int dice) {
		return switch (dice) {
			case 0 -> Habit.LEAVES;
			case 1 -> Habit.FORGETS;
			case 2 -> Habit.REGRETS;
			default -> Habit.CAREFUL;
		};
	}

	private Verdict untilRest(long calmAt) {
		this.world.in(calmAt, null, this.world::calmDown);
		this.world.in(this.pause, null, this::round);
		while (!isOver()) {
			this.world.step();
		}
		String broken = this.world.broken();
		List<String> wrong = (broken != null) ? List.of(broken) : this.judge.judge();
		return new Verdict(this.seed, wrong, this.world.story(), this.world.happened(), this.world.leftOut());
	}

	private boolean isOver() {
		if (this.world.broken() != null || this.world.happened() > MOST_EVENTS || this.world.now() > LONGEST) {
			return true;
		}
		if (!this.world.isCalm() || this.world.queues().waiting() > 0 || this.world.errands() > 0
				|| this.world.happened() < this.lookAgain || this.world.now() < this.world.calmSince() + this.patience
				|| this.world.now() < this.world.queues().lastDelivery() + DAY / 4) {
			return false;
		}
		this.lookAgain = this.world.happened() + LOOK_EVERY;
		return this.judge.unfinished().isEmpty();
	}

	private void round() {
		this.staff.moderate();
		this.staff.retry();
		if (this.world.isCalm()) {
			Marketplace.SERVICES.stream().filter(this.judge::hasWork).forEach(this.staff::redrive);
			this.pause = Math.min(DAY / 4, this.pause * 2);
		}
		this.world.in(this.pause, null, this::round);
	}

}
