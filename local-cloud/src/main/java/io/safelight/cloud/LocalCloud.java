package io.safelight.cloud;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;

/**
 * An AWS account and an OpenID provider in this JVM.
 */
public final class LocalCloud implements AutoCloseable {

	private final Gate gate;

	private final StateStore state;

	private final @Nullable IdentityServer identity;

	private LocalCloud(Gate gate, StateStore state, @Nullable IdentityServer identity) {
		this.gate = gate;
		this.state = state;
		this.identity = identity;
	}

	/**
	 * Starts everything and returns when all of it answers.
	 * @param options ports, credentials and where state is kept
	 * @return the running account
	 */
	public static LocalCloud start(Options options) {
		StateStore state = StateStore.open(options.stateDirectory());
		Gate gate = Gate.bind(options);
		Account account = new Account(gate.endpoint(), state, Clock.systemUTC(), gate::backend);
		List<AwsService> services = ServiceLoader.load(AwsServiceFactory.class)
			.stream()
			.map((factory) -> factory.get().create(account))
			.toList();
		gate.start(services);
		IdentityServer identity = ServiceLoader.load(IdentityServerFactory.class)
			.findFirst()
			.map((factory) -> factory.start(account, options.identityPort()))
			.orElse(null);
		return new LocalCloud(gate, state, identity);
	}

	/**
	 * Where AWS clients connect.
	 * @return the address with the real port, no path
	 */
	public URI endpoint() {
		return this.gate.endpoint();
	}

	/**
	 * The issuer of tokens.
	 * @return its address, if an OpenID provider is part of this cloud
	 */
	public Optional<URI> issuer() {
		return Optional.ofNullable(this.identity).map(IdentityServer::issuer);
	}

	@Override
	public void close() {
		this.gate.close();
		if (this.identity != null) {
			this.identity.close();
		}
		this.state.close();
	}

	/**
	 * Runs the account until the process is told to stop.
	 * @param arguments see {@link Options}
	 */
	public static void main(String[] arguments) {
		LocalCloud cloud = start(Options.parse(arguments));
		Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "stop"));
		System.out.println("local-cloud ready on " + cloud.endpoint()
				+ cloud.issuer().map((issuer) -> " identity " + issuer).orElse(""));
	}

}
