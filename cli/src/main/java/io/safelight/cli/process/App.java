package io.safelight.cli.process;

/**
 * One process of the marketplace.
 *
 * @param name its short name, for people
 * @param module the Maven module that it is built from
 * @param port the port on 127.0.0.1 that it answers on
 * @param healthPath where it tells whether it is ready
 * @param heap the most memory for its objects, as in {@code -Xmx}
 * @param spring whether it can be started up to the point of being ready and stopped
 * there
 */
public record App(String name, String module, int port, String healthPath, String heap, boolean spring) {

	public String url() {
		return "http://127.0.0.1:" + this.port;
	}

}
