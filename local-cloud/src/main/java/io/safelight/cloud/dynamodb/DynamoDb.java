package io.safelight.cloud.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

import io.safelight.cloud.AwsService;
import io.safelight.cloud.Call;
import io.safelight.cloud.Protocol;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import io.safelight.cloud.Upstream;

/**
 * DynamoDB Local on a free loopback port. Its own starter would listen on every address
 * and report its use to AWS.
 */
final class DynamoDb implements AwsService {

	private final Server server;

	private final LocalDynamoDBServerHandler handler;

	private final Upstream upstream;

	private DynamoDb(Server server, LocalDynamoDBServerHandler handler, URI address) {
		this.server = server;
		this.handler = handler;
		this.upstream = new Upstream(address);
	}

	static DynamoDb start(Optional<Path> directory) {
		String path = directory.map(DynamoDb::create).map(Path::toString).orElse(null);
		try {
			LocalDynamoDBRequestHandler requests = new LocalDynamoDBRequestHandler(0, path == null, path, true, false);
			Errands.giveThreads(requests);
			LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(requests, null);
			Server server = new Server(new QueuedThreadPool(32));
			ServerConnector connector = new ServerConnector(server, 1, 1);
			connector.setHost("127.0.0.1");
			server.addConnector(connector);
			server.setHandler(handler);
			server.start();
			return new DynamoDb(server, handler, URI.create("http://127.0.0.1:" + connector.getLocalPort()));
		}
		catch (DynamoDBLocalServiceException ex) {
			throw new IllegalStateException("DynamoDB Local does not start: " + ex.getMessage(), ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException("DynamoDB Local does not start", ex);
		}
	}

	@Override
	public Set<String> signingNames() {
		return Set.of("dynamodb");
	}

	@Override
	public Protocol protocol(Request request) {
		return Protocol.JSON;
	}

	@Override
	public Response handle(Request request) {
		return this.upstream.pass(request, "/");
	}

	@Override
	public Request accountable(Request request) {
		return Capacity.asked(request);
	}

	@Override
	public Call call(Request request, Response response) {
		return Capacity.call(request, response);
	}

	@Override
	public Optional<URI> backend() {
		return Optional.of(this.upstream.server());
	}

	@Override
	public void close() {
		this.upstream.close();
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		this.handler.close();
	}

	private static Path create(Path directory) {
		try {
			return Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
