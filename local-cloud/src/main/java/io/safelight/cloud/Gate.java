package io.safelight.cloud;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The one entrance of the account.
 */
final class Gate implements AutoCloseable {

	private final Server server;

	private final ServerConnector connector;

	private final Map<String, AwsService> services = new HashMap<>();

	private Gate(Server server, ServerConnector connector) {
		this.server = server;
		this.connector = connector;
	}

	static Gate bind(Options options) {
		Server server = new Server();
		ServerConnector connector = new ServerConnector(server);
		connector.setHost("127.0.0.1");
		connector.setPort(options.port());
		server.addConnector(connector);
		try {
			connector.open();
		}
		catch (Exception ex) {
			throw new IllegalStateException("Port " + options.port() + " cannot be opened: " + ex.getMessage(), ex);
		}
		return new Gate(server, connector);
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.connector.getLocalPort());
	}

	URI backend(String signingName) {
		throw new IllegalArgumentException("No server for " + signingName);
	}

	void start(List<AwsService> all) {
		for (AwsService service : all) {
			service.signingNames().forEach((name) -> this.services.put(name, service));
		}
		try {
			this.server.start();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
