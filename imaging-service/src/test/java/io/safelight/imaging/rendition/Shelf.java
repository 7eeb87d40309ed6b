package io.safelight.imaging.rendition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.safelight.imaging.render.Original;
import io.safelight.imaging.render.Rendition;
import io.safelight.imaging.render.UnusablePhotoException;
import org.jspecify.annotations.Nullable;

/**
 * Originals and copies in memory, and a disk that can fail.
 */
final class Shelf implements PhotoObjects {

	final Map<String, byte[]> originals = new ConcurrentHashMap<>();

	final Map<String, Rendition> copies = new ConcurrentSkipListMap<>();

	final AtomicInteger fetches = new AtomicInteger();

	/** So many copies are stored before the process "dies"; negative for ever. */
	final AtomicInteger left = new AtomicInteger(-1);

	@Override
	public Original fetch(GenerateRenditions.Source source)
			throws IOException, UnusablePhotoException, OriginalMissingException {
		this.fetches.incrementAndGet();
		byte[] bytes = this.originals.get(source.key());
		if (bytes == null) {
			throw new OriginalMissingException(new IOException(source.key()));
		}
		return Original.receive(new ByteArrayInputStream(bytes), 1000);
	}

	@Override
	public StoredRendition store(String photoId, RenditionKind kind, String sourceSha256, Rendition rendition) {
		if (this.left.getAndDecrement() == 0) {
			throw new Death();
		}
		String key = photoId + "/" + rendition.size().label() + "-" + sourceSha256.substring(0, 16);
		Rendition there = this.copies.computeIfAbsent(kind.bucket() + "/" + key, (_) -> rendition);
		return new StoredRendition(rendition.size().label(), kind.bucket(), key, rendition.format().contentType(),
				rendition.width(), rendition.height(), there.bytes().length, there.sha256());
	}

	@Override
	public @Nullable InputStream open(StoredRendition rendition) {
		Rendition copy = this.copies.get(rendition.bucket() + "/" + rendition.key());
		return (copy != null) ? new ByteArrayInputStream(copy.bytes()) : null;
	}

	@Override
	public void deleteAll(String photoId, RenditionKind kind) {
		this.copies.keySet().removeIf((key) -> key.startsWith(kind.bucket() + "/" + photoId + "/"));
	}

	/** The process ends here. */
	static final class Death extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
