package io.safelight.upload.web;

import java.util.List;

import io.safelight.upload.session.Declaration;
import io.safelight.upload.session.Sha256;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The announcement of a file.
 *
 * @param fileName how the contributor calls it
 * @param contentType its media type
 * @param bytes its size
 * @param sha256 its hash in hex
 * @param title the photo's title
 * @param keywords the photo's keywords
 */
record UploadRequest(
		@NotBlank @Size(max = 255) @Pattern(regexp = "[^\\p{Cntrl}]*",
				message = "must not have control characters") String fileName,
		@NotBlank @Size(max = 100) String contentType, @NotNull Long bytes,
		@NotNull @Pattern(regexp = SHA256, message = "must be 64 hexadecimal digits") String sha256,
		@Size(max = 200) @Nullable String title,
		@Size(max = 50) @Nullable List<@NotBlank @Size(max = 50) String> keywords) {

	static final String SHA256 = "[0-9a-fA-F]{64}";

	Declaration toDeclaration() {
		return new Declaration(this.fileName, this.contentType, this.bytes, new Sha256(this.sha256), this.title,
				(this.keywords != null) ? this.keywords : List.of());
	}

}
