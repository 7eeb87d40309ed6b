package io.safelight.cloud.rekognition;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;

import io.safelight.cloud.AwsError;
import io.safelight.cloud.AwsService;
import io.safelight.cloud.Call;
import io.safelight.cloud.Protocol;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import io.safelight.cloud.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rekognition on the wire. It has no trained model: labels are empty lists and the
 * version of the model says so.
 */
final class RekognitionEndpoint implements AwsService {

	static final JsonMapper MAPPER = JsonMapper.builder().build();

	/**
	 * What stands in the place of a model's version.
	 */
	static final String NOT_EVALUATED = "not-evaluated";

	private final ImageSource source;

	private final PictureReader reader = new PictureReader();

	RekognitionEndpoint(Supplier<URI> s3) {
		this.source = new ImageSource(s3);
	}

	@Override
	public Set<String> signingNames() {
		return Set.of("rekognition");
	}

	@Override
	public Protocol protocol(Request request) {
		return Protocol.JSON;
	}

	@Override
	public Response handle(Request request) {
		JsonNode answer = switch (request.operation()) {
			case "DetectLabels" -> detectLabels(parse(request));
			case "DetectModerationLabels" -> detectModerationLabels(parse(request));
			default -> throw new AwsError(400, "UnknownOperationException",
					"'" + request.operation() + "' is not emulated by local-cloud.");
		};
		return Response.amzJson(answer.toString());
	}

	/** Labels and properties of one picture are two analyses. */
	@Override
	public Call call(Request request, Response response) {
		boolean properties = request.text().contains("\"IMAGE_PROPERTIES\"");
		boolean labels = !properties || request.text().contains("\"GENERAL_LABELS\"");
		return new Call(request.operation(), "", (labels ? Usage.of("rekognition.image", 1) : Usage.none())
			.plus(properties ? Usage.of("rekognition.properties", 1) : Usage.none()));
	}

	@Override
	public void close() {
		this.source.close();
	}

	private JsonNode detectLabels(JsonNode request) {
		LabelDetection detection = LabelDetection.parse(request);
		BufferedImage image = read(request);
		ObjectNode answer = MAPPER.createObjectNode().put("LabelModelVersion", NOT_EVALUATED);
		answer.putArray("Labels");
		detection.measure(image).ifPresent((properties) -> answer.set("ImageProperties", properties));
		return answer;
	}

	private JsonNode detectModerationLabels(JsonNode request) {
		read(request);
		ObjectNode answer = MAPPER.createObjectNode().put("ModerationModelVersion", NOT_EVALUATED);
		answer.putArray("ModerationLabels");
		return answer;
	}

	private BufferedImage read(JsonNode request) {
		return this.reader.read(this.source.bytes(request.path("Image")));
	}

	private static JsonNode parse(Request request) {
		try {
			return MAPPER.readTree(request.text());
		}
		catch (JacksonException ex) {
			throw new AwsError(400, "SerializationException", "The body is not JSON.");
		}
	}

}
