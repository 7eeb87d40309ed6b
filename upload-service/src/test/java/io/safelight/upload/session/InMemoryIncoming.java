package io.safelight.upload.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A quarantine without S3.
 */
final class InMemoryIncoming implements Incoming {

	private final Map<String, TreeMap<Integer, Part>> multiparts = new HashMap<>();

	private final Map<String, byte[]> objects = new HashMap<>();

	private final Clock clock;

	private boolean broken;

	InMemoryIncoming(Clock clock) {
		this.clock = clock;
	}

	/** From now on nothing can be deleted. */
	void refuseToDelete(boolean refuse) {
		this.broken = refuse;
	}

	void put(Upload upload, int number, byte[] bytes) {
		Objects.requireNonNull(this.multiparts.get(upload.multipart().id()))
			.put(number, new Part(number, bytes, this.clock.instant()));
	}

	boolean isEmpty() {
		return this.multiparts.isEmpty() && this.objects.isEmpty();
	}

	/** As a lifecycle rule would. */
	void forgetEverything() {
		this.multiparts.clear();
		this.objects.clear();
	}

	/** The upload is there, and nothing of what came. */
	void loseBytes(Upload upload) {
		this.multiparts.put(upload.multipart().id(), new TreeMap<>());
		this.objects.clear();
	}

	@Override
	public String bucket() {
		return "safelight-incoming";
	}

	@Override
	public String begin(ContributorId contributor, UploadId id, String contentType) {
		String multipartId = UUID.randomUUID().toString();
		this.multiparts.put(multipartId, new TreeMap<>());
		return multipartId;
	}

	@Override
	public List<SignedPart> sign(Upload upload, Collection<Multipart.Part> parts) {
		return parts.stream()
			.map((part) -> new SignedPart(part.number(), part.bytes(), URI.create("memory:" + part.number()),
					this.clock.instant()))
			.toList();
	}

	@Override
	public Optional<List<ReceivedPart>> parts(Upload upload) {
		return Optional.ofNullable(this.multiparts.get(upload.multipart().id()))
			.map((parts) -> parts.values()
				.stream()
				.map((part) -> new ReceivedPart(part.number(), part.bytes().length, "etag", part.at()))
				.toList());
	}

	@Override
	public void assemble(Upload upload, List<ReceivedPart> parts) {
		TreeMap<Integer, Part> received = Objects.requireNonNull(this.multiparts.remove(upload.multipart().id()));
		ByteArrayOutputStream object = new ByteArrayOutputStream();
		received.values().forEach((part) -> object.writeBytes(part.bytes()));
		this.objects.put(upload.key(), object.toByteArray());
	}

	@Override
	public OptionalLong size(Upload upload) {
		byte[] object = this.objects.get(upload.key());
		return (object != null) ? OptionalLong.of(object.length) : OptionalLong.empty();
	}

	@Override
	public <T> Optional<T> read(Upload upload, Reader<T> reader) {
		byte[] object = this.objects.get(upload.key());
		if (object == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(reader.read(new ByteArrayInputStream(object)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void abort(Upload upload) {
		this.multiparts.remove(upload.multipart().id());
	}

	@Override
	public void delete(Upload upload) {
		if (this.broken) {
			throw new IllegalStateException("S3 is not there");
		}
		this.objects.remove(upload.key());
	}

	private record Part(int number, byte[] bytes, Instant at) {
	}

}
