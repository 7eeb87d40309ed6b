package io.safelight.catalog.photo;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of an edit. What is left out stays as it is.
 */
record PhotoEditRequest(
		@Size(max = PhotoEdit.TITLE_LENGTH, message = "a title has at most 200 characters") @Pattern(
				regexp = "(?s).*\\S.*", message = "a title has at least one character") @Nullable String title,
		@Size(max = PhotoEdit.DESCRIPTION_LENGTH,
				message = "a description has at most 2000 characters") @Nullable String description,
		@Size(max = Keywords.MOST,
				message = "there are at most 50 keywords") @Nullable List<@NotBlank(
						message = "a keyword has at least one character") @Size(max = Keywords.LENGTH,
								message = "a keyword has at most 50 characters") String> keywords,
		@Nullable String category) {

	PhotoEdit edit() {
		return new PhotoEdit(this.title, this.description, this.keywords, this.category);
	}

}
