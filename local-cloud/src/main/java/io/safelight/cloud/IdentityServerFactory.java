package io.safelight.cloud;

/**
 * Starts the OpenID provider. Found by {@link java.util.ServiceLoader} as
 * {@link AwsServiceFactory} is, in
 * {@code src/main/resources/META-INF/services/io.safelight.cloud.IdentityServerFactory}.
 */
public interface IdentityServerFactory {

	/**
	 * Starts the server on 127.0.0.1 and returns when it answers. Called at the same time
	 * as the rest of the account starts.
	 * @param account what the server may know and keep
	 * @param port the port to listen on; 0 for any free one
	 * @return the running server
	 */
	IdentityServer start(Account account, int port);

}
