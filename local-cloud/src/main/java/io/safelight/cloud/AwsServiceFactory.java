package io.safelight.cloud;

/**
 * Makes one {@link AwsService} for one account. Found by {@link java.util.ServiceLoader}:
 * the implementation is a public class with a public constructor without parameters,
 * named in
 * {@code src/main/resources/META-INF/services/io.safelight.cloud.AwsServiceFactory}.
 */
public interface AwsServiceFactory {

	/**
	 * Makes the service. Called once per started account, at the same time as other
	 * factories; must not call other services, which may not be up yet.
	 * @param account what the service may know and keep
	 * @return the service, ready for requests
	 */
	AwsService create(Account account);

}
