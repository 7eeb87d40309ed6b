package io.safelight.upload.web;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The wish for addresses of parts.
 *
 * @param numbers which parts, from 1
 */
record PartsRequest(
		@NotEmpty @Size(max = UploadController.MOST_LINKS) List<@NotNull @Min(1) @Max(10_000) Integer> numbers) {
}
