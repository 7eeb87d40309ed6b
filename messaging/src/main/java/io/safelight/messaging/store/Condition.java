package io.safelight.messaging.store;

import java.util.List;

/**
 * What must hold of the row in the store for a write to be made. A write whose condition
 * does not hold refuses the whole commit.
 */
public sealed interface Condition {

	/** No condition: the row is overwritten. */
	static Condition none() {
		return new None();
	}

	/** The row must not exist. */
	static Condition absent() {
		return new Absent();
	}

	/** The row must exist. */
	static Condition present() {
		return new Present();
	}

	/**
	 * The row's attribute {@code version} must still be what was read: optimistic
	 * locking. Version 0 stands for a row that does not exist yet.
	 */
	static Condition version(long seen) {
		return (seen == 0) ? new Absent() : new Equal("version", seen);
	}

	/** The row must exist and have this value in this attribute. */
	static Condition equal(String attribute, Object value) {
		return new Equal(attribute, value);
	}

	/** Every one of these must hold. */
	static Condition all(Condition... conditions) {
		return new All(List.of(conditions));
	}

	/** See {@link #none()}. */
	record None() implements Condition {
	}

	/** See {@link #absent()}. */
	record Absent() implements Condition {
	}

	/** See {@link #present()}. */
	record Present() implements Condition {
	}

	/**
	 * See {@link #equal(String, Object)}.
	 *
	 * @param attribute the top-level attribute
	 * @param value a string, a number or a boolean
	 */
	record Equal(String attribute, Object value) implements Condition {
	}

	/**
	 * See {@link #all(Condition...)}.
	 *
	 * @param conditions the parts
	 */
	record All(List<Condition> conditions) implements Condition {
	}

}
