package io.safelight.cloud.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;

import com.nimbusds.jose.jwk.RSAKey;
import io.safelight.cloud.IdentityServer;
import io.safelight.cloud.Options;

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
	 * @param options where it listens, and what it calls itself
	 * @param key signs the tokens
	 * @param clock the time in the tokens
	 */
	static SpringIdentityServer start(Options options, RSAKey key, Clock clock) {
		int port = (options.identityPort() != 0) ? options.identityPort() : freePort();
		URI issuer = options.issuer().orElseGet(() -> URI.create("http://127.0.0.1:" + port));
		var context = new AnnotationConfigServletWebServerApplicationContext();
		context.registerBean(URI.class, () -> issuer);
		context.registerBean(InetSocketAddress.class, () -> new InetSocketAddress(options.bind(), port));
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
