package io.safelight.upload.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.safelight.upload.session.UploadId;
import org.jspecify.annotations.Nullable;

/**
 * Which files need not be uploaded.
 *
 * @param results one for each file, in the order of the question
 */
record CheckResponse(List<Result> results) {

	/**
	 * What to do with a file.
	 *
	 * @param id how the contributor's program calls it
	 * @param action {@code accept} or {@code reject}
	 * @param reason why it is not to be sent
	 * @param assetId the photo that has the same bytes
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Result(String id, String action, @Nullable String reason, @Nullable String assetId) {

		static Result of(String id, @Nullable UploadId existing) {
			return (existing != null) ? new Result(id, "reject", "duplicate", existing.toString())
					: new Result(id, "accept", null, null);
		}

	}

}
