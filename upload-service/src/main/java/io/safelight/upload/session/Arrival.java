package io.safelight.upload.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.safelight.upload.session.Multipart.Part;
import org.jspecify.annotations.Nullable;

/**
 * Which of an upload's bytes have come.
 *
 * @param declared how many were announced
 * @param bytes how many have come
 * @param missing the numbers of the parts that have not come, or not with their size
 * @param latest when the last of those that have come came
 */
record Arrival(long declared, long bytes, List<Integer> missing, Optional<Instant> latest) {

	static Arrival of(Upload upload, List<ReceivedPart> received) {
		Map<Integer, Long> sizes = received.stream()
			.collect(Collectors.toMap(ReceivedPart::number, ReceivedPart::bytes));
		long bytes = received.stream().mapToLong(ReceivedPart::bytes).sum();
		boolean whole = bytes == upload.declaration().bytes();
		List<Integer> missing = upload.parts()
			.stream()
			.filter((part) -> !isThere(part, sizes.get(part.number()), whole))
			.map(Part::number)
			.toList();
		return new Arrival(upload.declaration().bytes(), bytes, missing,
				received.stream().map(ReceivedPart::receivedAt).max(Instant::compareTo));
	}

	/**
	 * Where the sum is right and the parts are not, the bytes were cut at other places
	 * than we said, and S3 might not put them together.
	 */
	private static boolean isThere(Part part, @Nullable Long bytes, boolean whole) {
		return bytes != null && (!whole || bytes == part.bytes());
	}

	/** Whether everything has come as it was announced. */
	boolean isWhole() {
		return this.bytes == this.declared && this.missing.isEmpty();
	}

	/** Whether more may come. */
	boolean isPartial() {
		return this.bytes <= this.declared && !this.missing.isEmpty();
	}

	/** What is wrong with what has come, where it is neither whole nor partial. */
	Reason objection() {
		return (this.bytes == 0) ? Reasons.emptyFile() : Reasons.sizeDiffers(this.declared, this.bytes);
	}

}
