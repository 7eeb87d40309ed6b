package io.safelight.catalog.message;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Publication's command to put a photo on sale.
 *
 * @param photoId the photo
 * @param epoch the try of the saga's step; the reply repeats it
 * @param contributorId whose photo it is
 * @param title the contributor's title, if there is one
 * @param keywords the contributor's keywords
 * @param labels what was seen in the picture
 * @param colours what colours it has
 * @param width pixels, after the orientation was applied
 * @param height pixels
 * @param placeholder a ThumbHash in base64
 * @param fingerprint little-endian 32-bit floats in base64
 * @param renditions the watermarked previews
 * @param saleSizes the files that can be sold
 */
public record ListPhoto(String photoId, int epoch, String contributorId, @Nullable String title, List<String> keywords,
		List<Label> labels, List<Colour> colours, int width, int height, @Nullable String placeholder,
		@Nullable String fingerprint, List<StoredFile> renditions, List<StoredFile> saleSizes) {

	/**
	 * Refuses a command that lacks what the catalogue cannot do without.
	 * @throws NullPointerException if it does
	 */
	public ListPhoto {
		Objects.requireNonNull(photoId, "photoId is missing");
		Objects.requireNonNull(contributorId, "contributorId is missing");
		keywords = (keywords != null) ? List.copyOf(keywords) : List.of();
		labels = (labels != null) ? List.copyOf(labels) : List.of();
		colours = (colours != null) ? List.copyOf(colours) : List.of();
		renditions = (renditions != null) ? List.copyOf(renditions) : List.of();
		saleSizes = (saleSizes != null) ? List.copyOf(saleSizes) : List.of();
	}

}
