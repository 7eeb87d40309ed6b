package io.safelight.cloud.sqs;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.AutoCreateQueuesConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.Nil$;
import scala.util.Either;
import scalikejdbc.ConnectionPool;

import io.safelight.cloud.Account;

/**
 * ElasticMQ on a free loopback port. Put together as ElasticMQ's own starter does it,
 * except that queues and messages are restored <em>before</em> the port answers.
 */
final class ElasticMq implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final String REGION = "us-east-1";

	private static final Config CONFIG = ConfigFactory.parseString("""
			pekko.loglevel = WARNING
			pekko.daemonic = on
			pekko.http.server.idle-timeout = infinite
			pekko.http.server.request-timeout = 60 s
			pekko.http.server.parsing.max-content-length = 16m
			pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
			""");

	private final ActorSystem system;

	private final SQSRestServer server;

	private final URI address;

	private final Optional<String> database;

	private ElasticMq(ActorSystem system, SQSRestServer server, Optional<String> database) {
		this.system = system;
		this.server = server;
		this.database = database;
		this.address = URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
	}

	/**
	 * Starts the server.
	 * @param visible the address that queue URLs begin with
	 * @param directory where messages are kept; empty for memory only
	 * @return the running server
	 */
	static ElasticMq start(URI visible, Optional<Path> directory) {
		ActorSystem system = ActorSystem.create("elasticmq", CONFIG.withFallback(ConfigFactory.load()));
		Optional<String> database = directory.map(ElasticMq::database);
		Option<ActorRef> store = Option.apply(database.map((url) -> store(system, url)).orElse(null));
		ActorRef queues = system
			.actorOf(Props.create(QueueManagerActor.class, new NowProvider(), StrictSQSLimits$.MODULE$, store));
		if (store.isDefined()) {
			restore(store.get(), queues);
		}
		SQSRestServer server = new TheSQSRestServerBuilder(Option.apply(system), Option.apply(queues), "127.0.0.1", 0,
				new NodeAddress("http", visible.getHost(), visible.getPort(), ""), false, StrictSQSLimits$.MODULE$,
				REGION, Account.ID, store, AutoCreateQueuesConfig.disabled())
			.start();
		return new ElasticMq(system, server, database);
	}

	URI address() {
		return this.address;
	}

	@Override
	public void close() {
		this.server.stopAndWait();
		this.system.terminate();
		this.system.getWhenTerminated().toCompletableFuture().join();
		this.database.ifPresent(ElasticMq::compact);
	}

	// Without WRITE_DELAY=0 the last half second of messages dies with the process;
	// without
	// RETENTION_TIME=0 the file grows by a gigabyte in 20,000 messages.
	private static String database(Path directory) {
		return "jdbc:h2:file:" + directory.resolve("sqs") + ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE";
	}

	private static ActorRef store(ActorSystem system, String uri) {
		SqlQueuePersistenceConfig config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", uri, "", "", false);
		// ElasticMQ opens its one pool only once in the life of a JVM.
		ConnectionPool.singleton(uri, "", "", ConnectionPool.singleton$default$4(),
				ConnectionPool.singleton$default$5(uri, "", "", ConnectionPool.singleton$default$4()));
		return system.actorOf(Props.create(SqlQueuePersistenceActor.class, config, Nil$.MODULE$));
	}

	private static void compact(String uri) {
		ConnectionPool.closeAll();
		try (Connection connection = DriverManager.getConnection(uri, "", "");
				Statement statement = connection.createStatement()) {
			statement.execute("SHUTDOWN COMPACT");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database of the queues does not close", ex);
		}
	}

	private static void restore(ActorRef store, ActorRef queues) {
		try {
			Object result = Patterns.ask(store, new QueueEvent.Restore(queues), PATIENCE).toCompletableFuture().join();
			if (result instanceof Either<?, ?> either && either.isLeft()) {
				throw new IllegalStateException("Queues cannot be restored: " + either);
			}
		}
		catch (CompletionException ex) {
			throw new IllegalStateException("Queues cannot be restored", ex);
		}
	}

}
