package io.safelight.cloud;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link LocalCloud} is started.
 *
 * @param port of the AWS endpoint; 0 for any free one
 * @param identityPort of the OpenID provider; 0 for any free one
 * @param stateDirectory where state is kept; empty for memory only
 * @param credentials the accepted secret keys by access key id
 * @param parent a process with whose end this one is to end too
 */
public record Options(int port, int identityPort, Optional<Path> stateDirectory, Map<String, String> credentials,
		Optional<ProcessHandle> parent) {

	static final String USAGE = """
			Usage: local-cloud [--port N] [--identity-port N] [--state-dir DIR] [--parent PID] [--credentials ID:SECRET[,ID:SECRET]]
			  --port           AWS endpoint, 0 for any free port (default 4566)
			  --identity-port  OpenID provider, 0 for any free port (default 9000)
			  --state-dir      where state is kept (default: memory only)
			  --credentials    accepted access keys (default test:test)
			  --parent         a process whose end ends this one too""";

	/**
	 * Everything in memory, on any free port, for the credentials
	 * {@code test}/{@code test}.
	 * @return the options
	 */
	public static Options inMemory() {
		return new Options(0, 0, Optional.empty(), Map.of("test", "test"), Optional.empty());
	}

	/**
	 * The same, keeping state.
	 * @param directory where to keep it
	 * @return new options
	 */
	public Options keepingStateIn(Path directory) {
		return new Options(this.port, this.identityPort, Optional.of(directory), this.credentials, this.parent);
	}

	/**
	 * Reads a command line.
	 * @param arguments the arguments of {@code main}
	 * @return the options, with defaults for what was not given
	 * @throws IllegalArgumentException when an argument is unknown or its value is not
	 * valid
	 */
	static Options parse(String... arguments) {
		Options options = new Options(4566, 9000, Optional.empty(), Map.of("test", "test"), Optional.empty());
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
			case "--port" ->
				new Options(port(value), this.identityPort, this.stateDirectory, this.credentials, this.parent);
			case "--identity-port" ->
				new Options(this.port, port(value), this.stateDirectory, this.credentials, this.parent);
			case "--state-dir" -> keepingStateIn(Path.of(value).toAbsolutePath());
			case "--credentials" ->
				new Options(this.port, this.identityPort, this.stateDirectory, credentials(value), this.parent);
			case "--parent" ->
				new Options(this.port, this.identityPort, this.stateDirectory, this.credentials, process(value));
			default -> throw new IllegalArgumentException("Unknown option " + name);
		};
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
