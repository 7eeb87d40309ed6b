package io.safelight.messaging.test;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the local cloud before the first test class that needs it and points the AWS SDK
 * and Spring at it by system properties.
 * <p>
 * With {@code SAFELIGHT_TEST_ENDPOINT} (and {@code SAFELIGHT_TEST_ISSUER}) in the
 * environment nothing is started and that endpoint is used: another emulator, or a cloud
 * that is kept running while one works on a test.
 * <p>
 * With the system property {@code safelight.cloud=localstack} the account is LocalStack's
 * in a container, and the local cloud has only what that lacks. Where there is no Docker,
 * all these test classes are skipped then, and say so.
 */
public final class LocalCloudExtension implements BeforeAllCallback, AfterTestExecutionCallback, ParameterResolver {

	private static @Nullable LocalCloud cloud;

	private static @Nullable LocalCloudProcess process;

	/**
	 * The cloud of this JVM, started if it is not running yet.
	 * @return where it answers
	 * @throws IllegalStateException when it does not start; the message has its log
	 */
	public static synchronized LocalCloud running() {
		LocalCloud running = cloud;
		if (running == null) {
			running = start();
			setSystemProperties(running);
			cloud = running;
		}
		return running;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		if (isLocalStack()) {
			LocalStack.missing().ifPresent(Assumptions::abort);
		}
		running();
	}

	private static boolean isLocalStack() {
		return "localstack".equals(System.getProperty("safelight.cloud"));
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		LocalCloudProcess started = process;
		if (started != null && context.getExecutionException().isPresent()) {
			System.err.println("Log of the local cloud:\n" + started.newLog());
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == LocalCloud.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return running();
	}

	private static LocalCloud start() {
		String given = System.getenv("SAFELIGHT_TEST_ENDPOINT");
		if (given != null) {
			return new LocalCloud(URI.create(given),
					Optional.ofNullable(System.getenv("SAFELIGHT_TEST_ISSUER")).map(URI::create));
		}
		LocalCloudProcess started = LocalCloudProcess.start();
		process = started;
		return isLocalStack() ? localStackBeside(started.cloud()) : started.cloud();
	}

	private static LocalCloud localStackBeside(LocalCloud ours) {
		System.setProperty("aws.endpointUrlRekognition", ours.endpoint().toString());
		System.setProperty("aws.endpointUrlSesV2", ours.endpoint().toString());
		return new LocalCloud(LocalStack.endpoint(), ours.issuer());
	}

	// By the SDK's names, and by those of environment variables that Spring's
	// configuration
	// files may name.
	private static void setSystemProperties(LocalCloud cloud) {
		setUnlessSet("aws.accessKeyId", "test");
		setUnlessSet("aws.secretAccessKey", "test");
		setUnlessSet("aws.region", "us-east-1");
		System.setProperty("aws.endpointUrl", cloud.endpoint().toString());
		System.setProperty("AWS_ENDPOINT_URL", cloud.endpoint().toString());
		System.setProperty("safelight.provision", "true");
		cloud.issuer().ifPresent((issuer) -> {
			System.setProperty("safelight.identity.issuer", issuer.toString());
			System.setProperty("SAFELIGHT_ISSUER", issuer.toString());
		});
	}

	private static void setUnlessSet(String name, String value) {
		if (System.getProperty(name) == null) {
			System.setProperty(name, value);
		}
	}

}
