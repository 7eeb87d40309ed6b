package io.safelight.purchase.link;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.safelight.purchase.licence.Licence;

import org.springframework.http.MediaType;

/**
 * What a downloaded file is called. Chosen by us: a title is somebody's free text.
 */
final class FileName {

	private static final int MOST_TITLE = 80;

	private FileName() {
	}

	/**
	 * The header {@code Content-Disposition} after RFC 6266: a plain name for old
	 * clients, the real one in the encoding of RFC 8187.
	 */
	static String disposition(Licence licence) {
		String plain = ("safelight-" + licence.photoId() + "-" + licence.size()).replaceAll("[^A-Za-z0-9_-]", "");
		String real = URLEncoder.encode(of(licence), StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
		return "attachment; filename=\"" + plain + "." + extension(licence) + "\"; filename*=UTF-8''" + real;
	}

	static String of(Licence licence) {
		String words = licence.title().replaceAll("[^\\p{L}\\p{N} _-]", "").replaceAll("\\s+", " ").strip();
		String title = words.substring(0,
				words.offsetByCodePoints(0, Math.min(MOST_TITLE, words.codePointCount(0, words.length()))));
		return "Safelight " + (title.isEmpty() ? licence.photoId() : title) + " " + licence.size() + "."
				+ extension(licence);
	}

	static MediaType type(Licence licence) {
		return switch (extension(licence)) {
			case "jpg", "jpeg" -> MediaType.IMAGE_JPEG;
			case "png" -> MediaType.IMAGE_PNG;
			default -> MediaType.APPLICATION_OCTET_STREAM;
		};
	}

	private static String extension(Licence licence) {
		String key = licence.source().key();
		String end = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return end.matches("[a-z0-9]{1,5}") ? end : "bin";
	}

}
