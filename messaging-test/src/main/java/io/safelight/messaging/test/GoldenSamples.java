package io.safelight.messaging.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.envelope.EnvelopeJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The golden messages of {@code contracts/samples}, which those who send a message and
 * those who read it are held to.
 */
public final class GoldenSamples {

	private static final Path DIRECTORY = Path.of("contracts", "samples");

	private GoldenSamples() {
	}

	/**
	 * A sample.
	 * @param type its type, such as {@code photo-listed.v1}
	 * @return the whole message, of which nothing is shared
	 * @throws IllegalArgumentException if there is none
	 */
	public static Envelope envelope(String type) {
		try {
			return EnvelopeJson.read(Files.readString(directory().resolve(type + ".json")));
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("There is no sample of " + type, ex);
		}
	}

	/**
	 * What a sample says.
	 * @param type its type
	 * @return the fields, to be changed at will
	 */
	public static ObjectNode data(String type) {
		return (ObjectNode) envelope(type).data();
	}

	/**
	 * What a sample says, as a service understands it.
	 * @param <T> the service's record
	 * @param type its type
	 * @param as the service's record
	 * @return the record
	 * @throws io.safelight.messaging.UnprocessableMessageException if it does not fit
	 */
	public static <T> T read(String type, Class<T> as) {
		return EnvelopeJson.read(data(type), as);
	}

	/**
	 * What a handler is told beside the data of a sample.
	 * @param type its type
	 * @return the context of its first receipt
	 */
	public static MessageContext context(String type) {
		return MessageContext.of(envelope(type), 1);
	}

	/**
	 * What a service's record becomes on the wire, as it is read there, where a number is
	 * not of a Java type.
	 * @param data the record
	 * @return its fields
	 */
	public static JsonNode written(Object data) {
		return JsonMapper.shared().readTree(EnvelopeJson.data(data).toString());
	}

	/**
	 * Holds a message to the sample of its type: about the same thing, on behalf of the
	 * same person, with the same fields of the same values, and no other.
	 * @param said what a service says
	 * @param type the type that it is to have
	 * @param topic the topic that it is to be said on
	 */
	public static void assertSaid(OutgoingMessage said, String type, String topic) {
		Envelope sample = envelope(type);
		assertThat(said.type()).isEqualTo(sample.type());
		assertThat(said.topic()).isEqualTo(topic);
		assertThat(said.aggregateId()).isEqualTo(sample.metadata().aggregateId());
		assertThat(said.tenant()).isEqualTo(sample.metadata().tenant());
		assertThat(written(said.data())).isEqualTo(sample.data());
	}

	// A build runs tests in the module's directory, an editor perhaps in the project's.
	private static Path directory() {
		for (Path parent = Path.of("").toAbsolutePath(); parent != null; parent = parent.getParent()) {
			if (Files.isDirectory(parent.resolve(DIRECTORY))) {
				return parent.resolve(DIRECTORY);
			}
		}
		throw new IllegalStateException("Tests run within the project, where " + DIRECTORY + " is");
	}

}
