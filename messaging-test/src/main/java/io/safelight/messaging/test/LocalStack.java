package io.safelight.messaging.test;

import java.net.URI;
import java.util.Optional;

import com.github.dockerjava.api.exception.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.localstack.LocalStackContainer;

/**
 * The account of LocalStack that the tests of this JVM share, in a container that ends
 * with it. The version is the last that needs no account there; what it lacks
 * (Rekognition, SES's second version, people) the local cloud has.
 */
final class LocalStack {

	/** Names it in docker-compose.yml too. */
	static final String IMAGE = "localstack/localstack:4.14.0";

	private static @Nullable LocalStackContainer container;

	private LocalStack() {
	}

	/** Why it cannot be had on this machine, if so. */
	static synchronized Optional<String> missing() {
		try {
			if (!DockerClientFactory.instance().isDockerAvailable()) {
				return Optional.of("There is no Docker here that could run " + IMAGE + ".");
			}
			running();
			return Optional.empty();
		}
		catch (ContainerFetchException | NotFoundException ex) {
			return Optional.of("There is Docker, but " + IMAGE + " cannot be had: " + ex.getMessage());
		}
	}

	/**
	 * Where it answers; it is started if it does not run yet.
	 * @throws ContainerFetchException if there is no such image here and none can be
	 * fetched
	 */
	static synchronized URI endpoint() {
		return running().getEndpoint();
	}

	private static LocalStackContainer running() {
		LocalStackContainer running = container;
		if (running == null) {
			running = new LocalStackContainer(IMAGE).withServices("s3", "sns", "sqs", "dynamodb", "kms");
			running.start();
			container = running;
		}
		return running;
	}

}
