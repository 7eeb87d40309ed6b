package io.safelight.cloud;

import java.net.URI;

/**
 * The OpenID provider that runs beside the AWS endpoint, on a port of its own.
 */
public interface IdentityServer extends AutoCloseable {

	/**
	 * The issuer as it stands in the tokens.
	 * @return for example {@code http://127.0.0.1:9000}, with the real port
	 */
	URI issuer();

	/**
	 * Stops the server and frees its port.
	 */
	@Override
	void close();

}
