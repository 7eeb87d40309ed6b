package io.safelight.upload.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The quarantine: the objects that uploads bring. Everything may be repeated.
 */
public interface Incoming {

	/** The bucket's name. */
	String bucket();

	/**
	 * Begins to take parts.
	 * @return the identity of the multipart upload
	 */
	String begin(ContributorId contributor, UploadId id, String contentType);

	/** Addresses that parts may be put to, in the order of the parts given. */
	List<SignedPart> sign(Upload upload, Collection<Multipart.Part> parts);

	/** The parts that have come, by number; empty if S3 no longer takes any. */
	Optional<List<ReceivedPart>> parts(Upload upload);

	/** Makes the parts one object. */
	void assemble(Upload upload, List<ReceivedPart> parts);

	/** The size of the object; empty if there is none. */
	OptionalLong size(Upload upload);

	/** Reads the object; empty if there is none. */
	<T> Optional<T> read(Upload upload, Reader<T> reader);

	/** Forgets the parts. */
	void abort(Upload upload);

	/** Deletes the object. */
	void delete(Upload upload);

	/**
	 * What is made of an object's bytes.
	 *
	 * @param <T> what that is
	 */
	@FunctionalInterface
	interface Reader<T> {

		T read(InputStream bytes) throws IOException;

	}

}
