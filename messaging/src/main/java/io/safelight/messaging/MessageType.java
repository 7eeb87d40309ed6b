package io.safelight.messaging;

import java.util.regex.Pattern;

/**
 * The name of a kind of message on the wire: kebab-case with a version, such as
 * {@code photo-uploaded.v1}. Never a class name, so that either end may rename its own.
 *
 * @param name the wire name, unique in the whole system
 */
public record MessageType(String name) {

	private static final Pattern WIRE_NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*\\.v[1-9][0-9]*");

	public MessageType {
		if (!WIRE_NAME.matcher(name).matches()) {
			throw new IllegalArgumentException(
					"'" + name + "' is not a message type: expected kebab-case and a version, as in photo-uploaded.v1");
		}
	}

	/**
	 * What the names of all versions of this kind of message begin with, such as
	 * {@code photo-uploaded.v}, and the names of no other kind.
	 */
	public String anyVersion() {
		return this.name.substring(0, this.name.lastIndexOf(".v") + 2);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
