package io.safelight.catalog.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages as JSON, read strictly: what is not known is refused, and not left out in
 * silence.
 */
final class PageJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private PageJson() {
	}

	/**
	 * Reads a page.
	 * @throws tools.jackson.core.JacksonException if it is none
	 */
	static PageContent read(String json) {
		PageContent content = JSON.readValue(json, PageContent.class);
		return (content != null) ? content : empty();
	}

	/** A page with nothing on it. */
	static PageContent empty() {
		return new PageContent("", List.of());
	}

	static String write(PageContent content) {
		return JSON.writeValueAsString(content);
	}

	/** The home page of a shop where nobody has composed one. */
	static PageContent defaultHome() {
		try (InputStream input = PageJson.class.getResourceAsStream("/pages/home.json")) {
			byte[] json = Objects.requireNonNull(input, "pages/home.json is missing").readAllBytes();
			return read(new String(json, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot read the default home page", ex);
		}
	}

}
