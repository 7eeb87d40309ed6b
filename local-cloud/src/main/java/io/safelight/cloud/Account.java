package io.safelight.cloud;

import java.net.URI;
import java.time.Clock;
import java.util.function.Function;

/**
 * The account as its services see it.
 */
public final class Account {

	/**
	 * The number every ARN carries, the one that most AWS emulators use.
	 */
	public static final String ID = "000000000000";

	private final URI endpoint;

	private final StateStore state;

	private final Clock clock;

	private final Function<String, URI> backends;

	Account(URI endpoint, StateStore state, Clock clock, Function<String, URI> backends) {
		this.endpoint = endpoint;
		this.state = state;
		this.clock = clock;
		this.backends = backends;
	}

	/**
	 * Where clients reach the account.
	 * @return the address with the real port, no path
	 */
	public URI endpoint() {
		return this.endpoint;
	}

	/**
	 * What must survive a restart.
	 * @return the store of this account
	 */
	public StateStore state() {
		return this.state;
	}

	/**
	 * The time.
	 * @return the clock to ask
	 */
	public Clock clock() {
		return this.clock;
	}

	/**
	 * Where one of the embedded servers listens on the loopback interface. It checks no
	 * signatures: for calls from inside, such as reading an S3 object by
	 * {@code GET <backend>/<bucket>/<key>}. Waits until all services are made: not to be
	 * called by an {@link AwsServiceFactory} itself.
	 * @param signingName {@code s3}, {@code sqs} or {@code dynamodb}
	 * @return its address, no path
	 * @throws IllegalArgumentException when there is no such server
	 */
	public URI backend(String signingName) {
		return this.backends.apply(signingName);
	}

}
