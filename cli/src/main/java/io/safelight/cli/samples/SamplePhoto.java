package io.safelight.cli.samples;

import java.nio.file.Path;
import java.util.List;

/**
 * A photograph to load.
 *
 * @param file where it is
 * @param title what it is called
 * @param keywords what it shows
 */
public record SamplePhoto(Path file, String title, List<String> keywords) {

	/**
	 * The type that the file's name promises; whether it keeps it is checked by the
	 * marketplace.
	 */
	String contentType() {
		String name = this.file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
		if (name.endsWith(".png")) {
			return "image/png";
		}
		if (name.endsWith(".tif") || name.endsWith(".tiff")) {
			return "image/tiff";
		}
		return name.endsWith(".webp") ? "image/webp" : "image/jpeg";
	}

}
