package io.safelight.upload.web;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The question which files need not be uploaded.
 *
 * @param assets the files
 */
record CheckRequest(@NotNull @Size(max = 5000) List<@NotNull @Valid Asset> assets) {

	/**
	 * A file that a contributor has.
	 *
	 * @param id how the contributor's program calls it
	 * @param checksum its SHA-256 in hex
	 */
	record Asset(@NotBlank @Size(max = 500) String id, @NotNull @Pattern(regexp = UploadRequest.SHA256,
			message = "must be the SHA-256 in 64 hexadecimal digits") String checksum) {
	}

}
