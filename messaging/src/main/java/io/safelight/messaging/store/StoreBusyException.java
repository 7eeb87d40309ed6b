package io.safelight.messaging.store;

import java.util.List;

/**
 * Other commits were changing the same rows, or the store was asked for too much at once.
 * Nothing was written; the same commit may be tried again.
 */
public class StoreBusyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Write> busy;

	public StoreBusyException(String message, Throwable cause) {
		this(message, cause, List.of());
	}

	public StoreBusyException(String message, Throwable cause, List<Write> busy) {
		super(message, cause);
		this.busy = List.copyOf(busy);
	}

	/** The writes whose rows others were changing; empty if it is not about rows. */
	public List<Write> busy() {
		return this.busy;
	}

}
