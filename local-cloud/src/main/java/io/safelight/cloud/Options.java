package io.safelight.cloud;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link LocalCloud} is started.
 *
 * @param bind the address that it listens on: 127.0.0.1, except in a container, whose own
 * network then decides who gets in
 * @param port of the AWS endpoint; 0 for any free one
 * @param identityPort of the OpenID provider; 0 for any free one
 * @param issuer what tokens say who issued them, if that is not the address that it
 * listens on: browsers and services must know it by the same name
 * @param stateDirectory where state is kept; empty for memory only
 * @param credentials the accepted secret keys by access key id
 * @param parent a process with whose end this one is to end too
 */
public record Options(InetAddress bind, int port, int identityPort, Optional<URI> issuer, Optional<Path> stateDirectory,
		Map<String, String> credentials, Optional<ProcessHandle> parent) {

	static final String USAGE = """
			Usage: local-cloud [--bind ADDRESS] [--port N] [--identity-port N] [--issuer URL] [--state-dir DIR] [--parent PID] [--credentials ID:SECRET[,ID:SECRET]]
			  --bind           the IPv4 address to listen on, 0.0.0.0 for all (default 127.0.0.1)
			  --port           AWS endpoint, 0 for any free port (default 4566)
			  --identity-port  OpenID provider, 0 for any free port (default 9000)
			  --issuer         what tokens say who issued them (default http://127.0.0.1:<identity port>)
			  --state-dir      where state is kept (default: memory only)
			  --credentials    accepted access keys (default test:test)
			  --parent         a process whose end ends this one too""";

	private static final Options DEFAULT = new Options(InetAddress.ofLiteral("127.0.0.1"), 4566, 9000, Optional.empty(),
			Optional.empty(), Map.of("test", "test"), Optional.empty());

	/**
	 * Everything in memory, on any free port, for the credentials
	 * {@code test}/{@code test}.
	 * @return the options
	 */
	public static Options inMemory() {
		return DEFAULT.onPorts(0, 0);
	}

	/**
	 * The same, keeping state.
	 * @param directory where to keep it
	 * @return new options
	 */
	public Options keepingStateIn(Path directory) {
		return new Options(this.bind, this.port, this.identityPort, this.issuer, Optional.of(directory),
				this.credentials, this.parent);
	}

	private Options onPorts(int port, int identityPort) {
		return new Options(this.bind, port, identityPort, this.issuer, this.stateDirectory, this.credentials,
				this.parent);
	}

	/**
	 * Reads a command line.
	 * @param arguments the arguments of {@code main}
	 * @return the options, with defaults for what was not given
	 * @throws IllegalArgumentException when an argument is unknown or its value is not
	 * valid
	 */
	public static Options parse(String... arguments) {
		Options options = DEFAULT;
		for (int i = 0; i < arguments.length; i += 2) {
			options = options.with(arguments[i], (i + 1 < arguments.length) ? arguments[i + 1] : null);
		}
		return options;
	}

	private Options with(String name, @Nullable String value) {
		if (value == null) {
			throw new IllegalArgumentException("No value for " + name);
		}
		return switch (name) {
			case "--bind" -> new Options(address(value), this.port, this.identityPort, this.issuer, this.stateDirectory,
					this.credentials, this.parent);
			case "--port" -> onPorts(port(value), this.identityPort);
			case "--identity-port" -> onPorts(this.port, port(value));
			case "--issuer" -> new Options(this.bind, this.port, this.identityPort, Optional.of(issuer(value)),
					this.stateDirectory, this.credentials, this.parent);
			case "--state-dir" -> keepingStateIn(Path.of(value).toAbsolutePath());
			case "--credentials" -> new Options(this.bind, this.port, this.identityPort, this.issuer,
					this.stateDirectory, credentials(value), this.parent);
			case "--parent" -> new Options(this.bind, this.port, this.identityPort, this.issuer, this.stateDirectory,
					this.credentials, process(value));
			default -> throw new IllegalArgumentException("Unknown option " + name);
		};
	}

	private static InetAddress address(String value) {
		try {
			return Inet4Address.ofLiteral(value);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Not an IPv4 address: " + value, ex);
		}
	}

	private static URI issuer(String value) {
		URI issuer = URI.create(value);
		if (issuer.getHost() == null || !issuer.getScheme().startsWith("http")) {
			throw new IllegalArgumentException("Not an issuer's URL: " + value);
		}
		return issuer;
	}

	private static Optional<ProcessHandle> process(String value) {
		return Optional.of(ProcessHandle.of(Long.parseLong(value))
			.orElseThrow(() -> new IllegalArgumentException("There is no process " + value)));
	}

	private static int port(String value) {
		int port = Integer.parseInt(value);
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("Not a port: " + value);
		}
		return port;
	}

	private static Map<String, String> credentials(String value) {
		Map<String, String> credentials = new HashMap<>();
		for (String pair : value.split(",")) {
			int colon = pair.indexOf(':');
			if (colon < 1) {
				throw new IllegalArgumentException("Not ID:SECRET in --credentials");
			}
			credentials.put(pair.substring(0, colon), pair.substring(colon + 1));
		}
		return Map.copyOf(credentials);
	}

}
