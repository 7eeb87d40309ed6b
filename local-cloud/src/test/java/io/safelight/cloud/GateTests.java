package io.safelight.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class GateTests {

	private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

	private static final InetAddress BESIDE = InetAddress.ofLiteral("127.0.0.2");

	@Test
	void listensAtOneAddressOnly() throws IOException {
		try (Gate gate = Gate.bind(BESIDE, 0)) {
			assertThat(gate.endpoint().getHost()).isEqualTo("127.0.0.2");
			connect(BESIDE, gate.endpoint().getPort());
			assertThatIOException().isThrownBy(() -> connect(HERE, gate.endpoint().getPort()));
		}
	}

	@Test
	void listensAtAllAddressesWhenToldSo() throws IOException {
		try (Gate gate = Gate.bind(InetAddress.ofLiteral("0.0.0.0"), 0)) {
			assertThat(gate.endpoint().getHost()).isEqualTo("127.0.0.1");
			connect(HERE, gate.endpoint().getPort());
			connect(BESIDE, gate.endpoint().getPort());
		}
	}

	private static void connect(InetAddress address, int port) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address, port), 2000);
		}
	}

}
