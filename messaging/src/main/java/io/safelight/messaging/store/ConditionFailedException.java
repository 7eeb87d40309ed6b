package io.safelight.messaging.store;

import java.util.List;

/**
 * A commit was refused, because rows were not as its conditions say. Nothing was written.
 */
public class ConditionFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Write> refused;

	public ConditionFailedException(List<Write> refused) {
		super("Refused: " + refused.stream().map((write) -> write.table().name() + " " + write.condition()).toList());
		this.refused = List.copyOf(refused);
	}

	/**
	 * The writes whose conditions did not hold, at least one.
	 */
	public List<Write> refused() {
		return this.refused;
	}

}
