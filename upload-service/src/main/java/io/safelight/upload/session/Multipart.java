package io.safelight.upload.session;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the bytes come.
 *
 * @param id S3's identity of the multipart upload
 * @param partBytes the size of every part but the last
 */
public record Multipart(String id, long partBytes) {

	/** The parts that so many bytes come in. */
	List<Part> parts(long bytes) {
		int count = (int) Math.ceilDiv(bytes, this.partBytes);
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> new Part(number, Math.min(this.partBytes, bytes - (number - 1) * this.partBytes)))
			.toList();
	}

	/**
	 * A part that is to come.
	 *
	 * @param number from 1
	 * @param bytes its size
	 */
	public record Part(int number, long bytes) {
	}

}
