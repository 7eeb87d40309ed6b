package io.safelight.upload.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.safelight.upload.inspection.Dimensions;
import io.safelight.upload.session.Declaration;
import io.safelight.upload.session.Reason;
import io.safelight.upload.session.ReceivedPart;
import io.safelight.upload.session.Upload;
import io.safelight.upload.session.UploadState;
import org.jspecify.annotations.Nullable;

/**
 * An upload as its contributor sees it.
 *
 * @param uploadId its identity, also the photo's
 * @param state where it stands
 * @param fileName as announced
 * @param contentType as announced
 * @param bytes as announced
 * @param sha256 as announced
 * @param title as announced
 * @param keywords as announced
 * @param width pixels, once checked
 * @param height pixels, once checked
 * @param partBytes the size of every part but the last
 * @param partCount how many parts there are
 * @param createdAt when it was announced
 * @param expiresAt when bytes that have not come are no longer waited for
 * @param endedAt when it ended
 * @param reasons why it ended without a photo on sale
 * @param duplicateOf the photo that has the same bytes, if that is the reason
 * @param received the parts that have come; only of a single open upload
 * @param parts where to put parts; only when asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UploadView(String uploadId, UploadState state, String fileName, String contentType, long bytes, String sha256,
		@Nullable String title, List<String> keywords, @Nullable Integer width, @Nullable Integer height,
		long partBytes, int partCount, Instant createdAt, Instant expiresAt, @Nullable Instant endedAt,
		List<Reason> reasons, @Nullable String duplicateOf, @Nullable List<Received> received,
		@Nullable List<PartView> parts) {

	static UploadView of(Upload upload) {
		return of(upload, null, null);
	}

	static UploadView of(Upload upload, @Nullable List<Received> received, @Nullable List<PartView> parts) {
		Declaration declaration = upload.declaration();
		Dimensions dimensions = upload.progress().dimensions();
		return new UploadView(upload.id().toString(), upload.state(), declaration.fileName(), declaration.contentType(),
				declaration.bytes(), declaration.sha256().hex(), declaration.title(), declaration.keywords(),
				(dimensions != null) ? dimensions.width() : null, (dimensions != null) ? dimensions.height() : null,
				upload.multipart().partBytes(), upload.parts().size(), upload.begunAt(), upload.expiresAt(),
				upload.progress().endedAt(), upload.progress().reasons(),
				(upload.progress().twin() != null) ? upload.progress().twin().toString() : null, received, parts);
	}

	/**
	 * A part that has come.
	 *
	 * @param number from 1
	 * @param bytes its size
	 */
	record Received(int number, long bytes) {

		static Received of(ReceivedPart part) {
			return new Received(part.number(), part.bytes());
		}

	}

}
