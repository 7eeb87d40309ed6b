package io.safelight.cloud;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An AWS account and an OpenID provider in this JVM.
 */
public final class LocalCloud implements AutoCloseable {

	private final Gate gate;

	private final StateStore state;

	private final List<AwsService> services;

	private final Optional<IdentityServer> identity;

	private LocalCloud(Gate gate, StateStore state, List<AwsService> services, Optional<IdentityServer> identity) {
		this.gate = gate;
		this.state = state;
		this.services = services;
		this.identity = identity;
	}

	/**
	 * Starts everything, at the same time, and returns when all of it answers.
	 * @param options ports, credentials and where state is kept
	 * @return the running account
	 * @throws IllegalStateException when a part does not start; the process is of no use
	 * then
	 */
	public static LocalCloud start(Options options) {
		Gate gate = Gate.bind(options.bind(), options.port());
		StateStore state = StateStore.open(options.stateDirectory());
		Clock clock = Clock.systemUTC();
		CompletableFuture<Backends> backends = new CompletableFuture<>();
		Account account = new Account(gate.endpoint(), state, clock, (name) -> backends.join().address(name));
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			Future<Optional<IdentityServer>> identity = threads
				.submit(() -> ServiceLoader.load(IdentityServerFactory.class)
					.findFirst()
					.map((factory) -> factory.start(account, options)));
			List<AwsService> services = all(threads,
					ServiceLoader.load(AwsServiceFactory.class)
						.stream()
						.<Callable<AwsService>>map((factory) -> () -> factory.get().create(account))
						.toList());
			backends.complete(new Backends(services));
			gate.open(new Entrance(services, new SignatureCheck(options.credentials(), clock), new CallLedger(clock)));
			return new LocalCloud(gate, state, services, result(identity));
		}
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
		return this.identity.map(IdentityServer::issuer);
	}

	@Override
	public void close() {
		this.gate.close();
		this.identity.ifPresent(IdentityServer::close);
		this.services.forEach(AwsService::close);
		this.state.close();
	}

	private static <T> List<T> all(ExecutorService threads, List<Callable<T>> parts) {
		return parts.stream().map(threads::submit).toList().stream().map(LocalCloud::result).toList();
	}

	private static <T> T result(Future<T> part) {
		try {
			return part.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A part of the local cloud does not start", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while starting", ex);
		}
	}

}
