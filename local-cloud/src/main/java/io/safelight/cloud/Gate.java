package io.safelight.cloud;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server of the one entrance. Its port is taken at once, so that the address is
 * known while everything else starts; requests wait until {@link #open}.
 */
final class Gate implements AutoCloseable {

	// Longer than a long poll and than S3 takes to put a large object together.
	private static final Duration IDLE = Duration.ofMinutes(10);

	private static final int HEADER_BYTES = 32 * 1024;

	private final Server server;

	private final ServerConnector connector;

	private Gate(Server server, ServerConnector connector) {
		this.server = server;
		this.connector = connector;
	}

	/**
	 * Takes the port.
	 * @param address where to listen
	 * @param port the port; 0 for any free one
	 * @return the gate, still closed
	 */
	static Gate bind(InetAddress address, int port) {
		QueuedThreadPool threads = new QueuedThreadPool(16);
		threads.setName("gate");
		threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
		Server server = new Server(threads);
		ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
		connector.setHost(address.getHostAddress());
		connector.setPort(port);
		connector.setIdleTimeout(IDLE.toMillis());
		server.addConnector(connector);
		try {
			connector.open();
		}
		catch (Exception ex) {
			throw new IllegalStateException("Port " + port + " cannot be opened: " + ex.getMessage(), ex);
		}
		return new Gate(server, connector);
	}

	/** An address that clients on this machine reach it by. */
	URI endpoint() {
		boolean everywhere = "0.0.0.0".equals(this.connector.getHost());
		return URI.create("http://" + (everywhere ? "127.0.0.1" : this.connector.getHost()) + ":"
				+ this.connector.getLocalPort());
	}

	void open(Handler handler) {
		this.server.setHandler(handler);
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

	// A signature covers header values as they were sent, and S3 keys are any text.
	private static HttpConfiguration configuration() {
		HttpConfiguration configuration = new HttpConfiguration();
		configuration.setHeaderCacheCaseSensitive(true);
		configuration.setUriCompliance(UriCompliance.UNSAFE);
		configuration.setRequestHeaderSize(HEADER_BYTES);
		configuration.setResponseHeaderSize(HEADER_BYTES);
		configuration.setSendServerVersion(false);
		return configuration;
	}

}
