package io.safelight.imaging.rendition;

import java.io.IOException;
import java.io.InputStream;

import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.UnusablePhotoException;

/**
 * Originals and their copies, wherever they are kept. Implementations are thread-safe.
 */
public interface PhotoObjects {

	/**
	 * Fetches an original.
	 * @return the original, to be closed by the caller
	 * @throws OriginalMissingException if it is not there
	 * @throws UnusablePhotoException if it is empty or too large
	 * @throws IOException if it cannot be fetched now
	 */
	Original fetch(GenerateRenditions.Source source)
			throws IOException, UnusablePhotoException, OriginalMissingException;

	/**
	 * Stores a copy, unless it is there already. Its key follows from the original, so
	 * that doing it again, here or in another process, ends with one object.
	 * @return the copy that is there now: the first that was stored under this key
	 */
	StoredRendition store(String photoId, RenditionKind kind, String sourceSha256, Rendition rendition);

	/**
	 * Opens a stored copy.
	 * @return its bytes, to be closed by the caller; null if it is not there
	 */
	@org.jspecify.annotations.Nullable
	InputStream open(StoredRendition rendition);

	/** Deletes all copies of one kind; it does not matter if there are none. */
	void deleteAll(String photoId, RenditionKind kind);

}
