package io.safelight.cloud;

/**
 * Starts the OpenID provider. Found by {@link java.util.ServiceLoader} as
 * {@link AwsServiceFactory} is, in
 * {@code src/main/resources/META-INF/services/io.safelight.cloud.IdentityServerFactory}.
 */
public interface IdentityServerFactory {

	/**
	 * Starts the server and returns when it answers. Called at the same time as the rest
	 * of the account starts.
	 * @param account what the server may know and keep
	 * @param options where it is to listen, and what it calls itself
	 * @return the running server
	 */
	IdentityServer start(Account account, Options options);

}
