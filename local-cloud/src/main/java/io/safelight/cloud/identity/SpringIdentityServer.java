package io.safelight.cloud.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;

import com.nimbusds.jose.jwk.RSAKey;
import io.safelight.cloud.IdentityServer;

import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * Spring Authorization Server on a port of its own.
 */
final class SpringIdentityServer implements IdentityServer {

	private final URI issuer;

	private final AnnotationConfigServletWebServerApplicationContext context;

	private SpringIdentityServer(URI issuer, AnnotationConfigServletWebServerApplicationContext context) {
		this.issuer = issuer;
		this.context = context;
	}

	/**
	 * Starts the server and returns when it answers.
	 * @param port the port on 127.0.0.1; 0 for any free one
	 * @param key signs the tokens
	 * @param clock the time in the tokens
	 */
	static SpringIdentityServer start(int port, RSAKey key, Clock clock) {
		URI issuer = URI.create("http://127.0.0.1:" + ((port != 0) ? port : freePort()));
		var context = new AnnotationConfigServletWebServerApplicationContext();
		context.registerBean(URI.class, () -> issuer);
		context.registerBean(RSAKey.class, () -> key);
		context.registerBean(Clock.class, () -> clock);
		context.register(IdentityConfiguration.class);
		context.refresh();
		return new SpringIdentityServer(issuer, context);
	}

	@Override
	public URI issuer() {
		return this.issuer;
	}

	@Override
	public void close() {
		this.context.close();
	}

	// The issuer is part of the configuration, so the port must be known before the
	// start.
	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
