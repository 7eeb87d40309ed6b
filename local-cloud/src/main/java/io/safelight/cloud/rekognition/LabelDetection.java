package io.safelight.cloud.rekognition;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code DetectLabels} is asked for.
 *
 * @param properties whether the picture's colours and quality are wanted
 * @param maximumColours how many colours at most
 */
record LabelDetection(boolean properties, int maximumColours) {

	private static final List<String> FEATURES = List.of("GENERAL_LABELS", "IMAGE_PROPERTIES");

	private static final int DEFAULT_COLOURS = 10;

	private static final int COLOUR_LIMIT = 12;

	private static final int QUALITY_SIDE = 1024;

	private static final int COLOUR_SIDE = 96;

	static LabelDetection parse(JsonNode request) {
		boolean properties = false;
		for (JsonNode feature : request.path("Features").values()) {
			if (!FEATURES.contains(feature.asString(""))) {
				throw RekognitionErrors.invalidParameter("Request has invalid parameters: Features are " + FEATURES);
			}
			properties |= feature.asString("").equals("IMAGE_PROPERTIES");
		}
		requireRange(request, "MinConfidence", 100);
		requireRange(request, "MaxLabels", Integer.MAX_VALUE);
		JsonNode settings = request.path("Settings").path("ImageProperties");
		requireRange(settings, "MaxDominantColors", COLOUR_LIMIT);
		return new LabelDetection(properties, Math.max(1, settings.path("MaxDominantColors").asInt(DEFAULT_COLOURS)));
	}

	/**
	 * Measures a picture.
	 * @param image the picture
	 * @return {@code ImageProperties}, if wanted
	 */
	Optional<ObjectNode> measure(BufferedImage image) {
		if (!this.properties) {
			return Optional.empty();
		}
		ObjectNode node = RekognitionEndpoint.MAPPER.createObjectNode();
		Quality quality = Quality.of(Picture.of(image, QUALITY_SIDE));
		node.putObject("Quality")
			.put("Brightness", quality.brightness())
			.put("Sharpness", quality.sharpness())
			.put("Contrast", quality.contrast());
		ArrayNode colours = node.putArray("DominantColors");
		DominantColours.of(Picture.of(image, COLOUR_SIDE), this.maximumColours)
			.forEach((colour) -> describe(colours.addObject(), colour));
		return Optional.of(node);
	}

	private static void describe(ObjectNode node, Colour colour) {
		node.put("Red", colour.red())
			.put("Green", colour.green())
			.put("Blue", colour.blue())
			.put("HexCode", colour.hexCode())
			.put("CSSColor", ColourNames.css(colour.rgb()))
			.put("SimplifiedColor", ColourNames.simplified(colour.rgb()))
			.put("PixelPercent", colour.percent());
	}

	private static void requireRange(JsonNode node, String name, double maximum) {
		JsonNode value = node.path(name);
		if (node.hasNonNull(name) && (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > maximum)) {
			throw RekognitionErrors.invalidParameter("Request has invalid parameters: " + name);
		}
	}

}
