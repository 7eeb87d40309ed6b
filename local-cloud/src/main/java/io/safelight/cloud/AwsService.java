package io.safelight.cloud;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * One service of the account that is answered by code of ours, inside this JVM. The gate
 * has checked the caller's signature before {@link #handle} is called. Implementations
 * are called by many threads at once.
 * <p>
 * A service joins the account through its {@link AwsServiceFactory}.
 */
public interface AwsService extends AutoCloseable {

	/**
	 * The names this service answers for in a signature's credential scope, such as
	 * {@code kms}.
	 * @return at least one name, all lower case
	 */
	Set<String> signingNames();

	/**
	 * The wire protocol of a request, which decides how an {@link AwsError} is written.
	 * Called for requests of doubtful origin too: must not fail and not look at the body.
	 * @param request the request, its body possibly not read
	 * @return the protocol
	 */
	Protocol protocol(Request request);

	/**
	 * Answers a request whose signature was found good.
	 * @param request the whole request
	 * @return the answer
	 * @throws AwsError the refusal, in AWS's own words
	 */
	Response handle(Request request);

	/**
	 * Answers a request to {@code /_safelight/<signing name>/**}, which needs no
	 * signature: for looking inside an emulation where AWS has no operation, such as
	 * reading the mails that were sent.
	 * @param request the whole request, its caller empty
	 * @return the answer
	 * @throws AwsError the refusal, written as JSON
	 */
	default Response handleUnsigned(Request request) {
		throw new AwsError(404, "NotFound", "Nothing is shown here: " + request.path());
	}

	/**
	 * The request as it has to be asked so that its answer says what it costs.
	 * @param request the request as it came
	 * @return a request that is answered in the same way
	 */
	default Request accountable(Request request) {
		return request;
	}

	/**
	 * What AWS would bill for a call that was answered.
	 * @param request the request as it came; streamed ones without their body
	 * @param response the answer, refusals included; streamed ones without their body
	 * @return the call; by default one that costs nothing
	 */
	default Call call(Request request, Response response) {
		return new Call(request.operation(), "", Usage.none());
	}

	/**
	 * Where the embedded server behind this service listens, which checks no signatures.
	 * @return its address without a path; empty when the service is code of ours
	 */
	default Optional<URI> backend() {
		return Optional.empty();
	}

	/**
	 * Gives back what the service holds. State in {@link Account#state()} is closed by
	 * others.
	 */
	@Override
	default void close() {
	}

}
