package io.safelight.upload.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Kinds of file, told by their first bytes: those that are accepted, and those that
 * people send by mistake, so that the answer can name them.
 */
public enum FileKind {

	JPEG("image/jpeg", "a JPEG picture"), PNG("image/png", "a PNG picture"), TIFF("image/tiff", "a TIFF picture"),
	WEBP("image/webp", "a WebP picture"), GIF(null, "a GIF picture"), BMP(null, "a BMP picture"),
	HEIF(null, "a HEIC or AVIF picture"), BIG_TIFF(null, "a BigTIFF picture"), PDF(null, "a PDF document"),
	ARCHIVE(null, "a ZIP archive"), MARKUP(null, "a text with markup"), UNKNOWN(null, "of no kind that we know");

	private static final Set<FileKind> PICTURES = EnumSet.range(JPEG, BIG_TIFF);

	/** How many bytes {@link #of} looks at. */
	static final int HEAD = 12;

	private final @Nullable String contentType;

	private final String description;

	FileKind(@Nullable String contentType, String description) {
		this.contentType = contentType;
		this.description = description;
	}

	/** The accepted kind with this media type. */
	public static Optional<FileKind> accepted(String contentType) {
		return Stream.of(values()).filter((kind) -> contentType.equals(kind.contentType)).findFirst();
	}

	/** The media type; empty for kinds that are not accepted. */
	public Optional<String> contentType() {
		return Optional.ofNullable(this.contentType);
	}

	/** For people: "The file is …". */
	public String description() {
		return this.description;
	}

	public boolean isPicture() {
		return PICTURES.contains(this);
	}

	/**
	 * Tells the kind.
	 * @param head the first bytes of the file, up to {@link #HEAD}
	 */
	static FileKind of(byte[] head) {
		String text = new String(Arrays.copyOf(head, HEAD), StandardCharsets.ISO_8859_1);
		if (text.startsWith("\u00ff\u00d8\u00ff")) {
			return JPEG;
		}
		if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
			return PNG;
		}
		if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
			return TIFF;
		}
		if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
			return WEBP;
		}
		return notAccepted(text);
	}

	private static FileKind notAccepted(String text) {
		if (text.startsWith("GIF8")) {
			return GIF;
		}
		if (text.startsWith("BM")) {
			return BMP;
		}
		if (text.startsWith("ftyp", 4)) {
			return HEIF;
		}
		if (text.startsWith("II+\0") || text.startsWith("MM\0+")) {
			return BIG_TIFF;
		}
		if (text.startsWith("%PDF")) {
			return PDF;
		}
		if (text.startsWith("PK")) {
			return ARCHIVE;
		}
		return text.startsWith("<") ? MARKUP : UNKNOWN;
	}

}
