package io.safelight.cloud;

/**
 * Runs an account until the process is told to stop.
 */
public final class Main {

	private Main() {
	}

	/**
	 * Starts the account and prints one line when it is ready.
	 * @param arguments see {@link Options}
	 */
	public static void main(String[] arguments) {
		try {
			Options options = Options.parse(arguments);
			options.parent().ifPresent((parent) -> parent.onExit().thenRun(() -> System.exit(0)));
			LocalCloud cloud = LocalCloud.start(options);
			Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "stop"));
			System.out.println("local-cloud ready on " + cloud.endpoint()
					+ cloud.issuer().map((issuer) -> " identity " + issuer).orElse(""));
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage() + System.lineSeparator() + Options.USAGE);
			System.exit(2);
		}
		catch (IllegalStateException ex) {
			ex.printStackTrace();
			System.exit(1);
		}
	}

}
