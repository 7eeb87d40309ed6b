package io.safelight.search.index;

import java.io.Closeable;
import java.util.Map;

import io.safelight.search.message.PhotoOnSale;

/**
 * What can be found, as one instance of the service has it: made from the table, and made
 * anew from it whenever it is lost. There is one writer.
 */
public interface PhotoProjection extends Closeable {

	/**
	 * Replaces what is known of this photo.
	 * @param photo the photo
	 * @param sold how often it was licensed
	 */
	void put(PhotoOnSale photo, long sold);

	/** Forgets a photo; one that is not there is no error. */
	void remove(String photoId);

	/** Forgets everything. */
	void clear();

	/** Makes what was written so far visible to searches. */
	void refresh();

	/**
	 * Makes what was written so far durable.
	 * @param notes kept with it, see {@link #notes()}
	 */
	void commit(Map<String, String> notes);

	/** The notes of the last commit; empty if there was none. */
	Map<String, String> notes();

	/** How many photos can be found. */
	int count();

	/** Closes it; what was not committed is forgotten. */
	@Override
	void close();

}
