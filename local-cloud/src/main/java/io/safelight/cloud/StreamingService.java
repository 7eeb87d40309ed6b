package io.safelight.cloud;

import java.io.IOException;

/**
 * A service some of whose requests are too large to be held in memory.
 */
public interface StreamingService extends AwsService {

	/**
	 * Whether a request goes to {@link #stream} rather than to {@link #handle}.
	 * @param head the request without its body
	 * @return true when it is to be streamed
	 */
	boolean streams(Request head);

	/**
	 * Answers a request whose signature was found good, as far as it does not cover the
	 * body: reading a body that differs from what was signed fails.
	 * @param exchange the request and the way to answer
	 * @throws IOException when either end breaks off
	 * @throws AwsError the refusal, as long as nothing was answered
	 */
	void stream(Exchange exchange) throws IOException;

}
