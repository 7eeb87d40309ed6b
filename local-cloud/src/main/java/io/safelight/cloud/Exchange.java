package io.safelight.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A request and its answer as streams. Used by one thread.
 */
public interface Exchange {

	/**
	 * The request without its body.
	 * @return the head
	 */
	Request head();

	/**
	 * Path and query exactly as they were sent.
	 * @return the encoded target, beginning with a slash
	 */
	String target();

	/**
	 * The length of the body as declared.
	 * @return bytes; -1 when the body comes in chunks of unknown number
	 */
	long length();

	/**
	 * The body, checked against the signature while it is read.
	 * @return the stream; throws {@link AwsError} when the bytes are not those that were
	 * signed
	 */
	InputStream body();

	/**
	 * Sends the whole answer.
	 * @param status the HTTP status
	 * @param headers all headers, {@code content-length} among them if it is known
	 * @param body the stream to copy, closed afterwards
	 * @throws IOException when the client is gone or the stream breaks off
	 */
	void answer(int status, Map<String, List<String>> headers, InputStream body) throws IOException;

}
