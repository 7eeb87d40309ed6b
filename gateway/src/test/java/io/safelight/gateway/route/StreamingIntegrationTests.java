package io.safelight.gateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import io.safelight.gateway.Browser;
import io.safelight.gateway.GatewayTest;
import io.safelight.gateway.StubService;
import io.safelight.gateway.Stubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@GatewayTest
class StreamingIntegrationTests {

	private static final int MEGABYTE = 1024 * 1024;

	private static final long PATIENCE = 20;

	private final Browser browser;

	private final StubService purchase = Stubs.of("purchase");

	StreamingIntegrationTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@BeforeEach
	void reset() {
		Stubs.reset();
	}

	@Test
	void theFirstBytesArriveBeforeTheServiceHasWrittenTheLast() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		this.purchase.does((exchange) -> {
			OutputStream out = begin(exchange, 200 * MEGABYTE);
			out.write(new byte[MEGABYTE]);
			out.flush();
			await(arrived);
			for (int i = 1; i < 200; i++) {
				out.write(new byte[MEGABYTE]);
			}
			exchange.close();
		});
		try (InputStream in = this.browser.open(this.browser.request("/d/abc/file")).body()) {
			assertThat(in.readNBytes(500_000)).hasSize(500_000);
			arrived.countDown();
			assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(200L * MEGABYTE - 500_000);
		}
	}

	@Test
	void theServiceReadsTheFirstBytesBeforeTheCallerHasSentTheLast() throws Exception {
		CompletableFuture<Integer> first = new CompletableFuture<>();
		Stubs.of("upload").does((exchange) -> {
			first.complete(exchange.getRequestBody().readNBytes(100_000).length);
			int rest = exchange.getRequestBody().readAllBytes().length;
			StubService.answer(exchange, 200, Map.of(), String.valueOf(rest));
		});
		try (PipedOutputStream caller = new PipedOutputStream();
				PipedInputStream body = new PipedInputStream(caller, MEGABYTE);
				var executor = Executors.newVirtualThreadPerTaskExecutor()) {
			var answer = executor.submit(() -> this.browser
				.send(this.browser.request("/api/upload/v1/bytes").POST(BodyPublishers.ofInputStream(() -> body))));
			caller.write(new byte[500_000]);
			caller.flush();
			assertThat(first.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(100_000);
			caller.write(new byte[300_000]);
			caller.close();
			assertThat(answer.get(PATIENCE, TimeUnit.SECONDS).body()).isEqualTo("700000");
		}
	}

	@Test
	void eachEventOfAStreamArrivesAsItIsSaidAndTheStreamMayLastLongerThanAServiceMayBeSilent() throws Exception {
		CountDownLatch heard = new CountDownLatch(1);
		CountDownLatch never = new CountDownLatch(1);
		StubService notification = Stubs.of("notification");
		notification.does((exchange) -> {
			notification.remember(exchange);
			exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
			exchange.sendResponseHeaders(200, 0);
			OutputStream out = exchange.getResponseBody();
			out.write("id: 1\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
			out.flush();
			await(heard);
			for (int i = 0; i < 5; i++) {
				await(never, 700);
				out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
				out.flush();
			}
			exchange.close();
		});
		try (InputStream in = this.browser
			.open(this.browser.request("/api/notification/v1/notifications/stream").header("Last-Event-ID", "0"))
			.body()) {
			assertThat(new String(in.readNBytes(16), StandardCharsets.UTF_8)).isEqualTo("id: 1\ndata: {}\n\n");
			heard.countDown();
			assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(":\n\n".repeat(5));
		}
		assertThat(notification.onlyOne().header("Last-Event-ID")).containsExactly("0");
	}

	@Test
	void partsOfAFileCanBeAskedFor() throws Exception {
		this.purchase.does((exchange) -> {
			this.purchase.remember(exchange);
			StubService.answer(exchange, 206, Map.of("Content-Range", "bytes 2-5/10", "Accept-Ranges", "bytes"),
					"2345");
		});
		HttpResponse<String> response = this.browser.get("/d/abc/file", "Range", "bytes=2-5", "If-Range", "\"7\"");
		assertThat(response.statusCode()).isEqualTo(206);
		assertThat(response.body()).isEqualTo("2345");
		assertThat(response.headers().firstValue("Content-Range")).hasValue("bytes 2-5/10");
		assertThat(response.headers().firstValue("Content-Length")).hasValue("4");
		assertThat(this.purchase.onlyOne().header("Range")).containsExactly("bytes=2-5");
		assertThat(this.purchase.onlyOne().header("If-Range")).containsExactly("\"7\"");
	}

	@Test
	void aDownloadThatTheServiceBreaksOffDoesNotLookComplete() throws Exception {
		this.purchase.does((exchange) -> {
			OutputStream out = begin(exchange, 10 * MEGABYTE);
			out.write(new byte[MEGABYTE]);
			out.flush();
			throw new IOException("broken off by the test");
		});
		assertBreaksOff();
	}

	@Test
	void aDownloadOfUnknownLengthThatTheServiceBreaksOffDoesNotLookComplete() throws Exception {
		this.purchase.does((exchange) -> {
			OutputStream out = begin(exchange, 0);
			out.write(new byte[100]);
			out.flush();
			throw new IOException("broken off by the test");
		});
		assertBreaksOff();
	}

	private void assertBreaksOff() throws Exception {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
			try (InputStream in = this.browser.open(this.browser.request("/d/abc/file")).body()) {
				in.readAllBytes();
			}
		});
	}

	@Test
	void aServiceLearnsThatTheCallerHasGoneAway() throws Exception {
		CompletableFuture<Long> written = new CompletableFuture<>();
		this.purchase.does((exchange) -> {
			long total = 0;
			try {
				OutputStream out = begin(exchange, 500L * MEGABYTE);
				for (; total < 500L * MEGABYTE; total += MEGABYTE) {
					out.write(new byte[MEGABYTE]);
				}
			}
			catch (IOException ex) {
				written.complete(total);
				throw ex;
			}
			written.completeExceptionally(new AssertionError("everything was taken"));
		});
		try (InputStream in = this.browser.open(this.browser.request("/d/abc/file")).body()) {
			in.readNBytes(MEGABYTE);
		}
		assertThat(written.get(PATIENCE, TimeUnit.SECONDS)).isLessThan(100L * MEGABYTE);
	}

	@Test
	void aSlowDownloadMayLastLongerThanAServiceMayBeSilent() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		this.purchase.does((exchange) -> {
			OutputStream out = begin(exchange, 5);
			for (int i = 0; i < 5; i++) {
				out.write(i);
				out.flush();
				await(never, 700);
			}
			exchange.close();
		});
		assertThat(this.browser.get("/d/abc/file").body()).hasSize(5);
	}

	@Test
	void aServiceThatStaysSilentIsNotWaitedForForever() throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		this.purchase.does((exchange) -> await(done));
		HttpResponse<String> response = this.browser.get("/api/purchase/v1/orders");
		done.countDown();
		assertThat(response.statusCode()).isEqualTo(504);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains("\"code\":\"service-silent\"", "purchase-service");
	}

	@Test
	void anAnswerThatIsNoHttpIsAProblem() throws Exception {
		this.purchase.does((exchange) -> {
			throw new IOException("closed by the test, before any answer");
		});
		HttpResponse<String> response = this.browser.get("/api/purchase/v1/orders");
		assertThat(response.statusCode()).isIn(502, 503);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	private static OutputStream begin(HttpExchange exchange, long length) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
		exchange.sendResponseHeaders(200, length);
		return exchange.getResponseBody();
	}

	private static void await(CountDownLatch latch) {
		await(latch, TimeUnit.SECONDS.toMillis(PATIENCE));
	}

	private static void await(CountDownLatch latch, long millis) {
		try {
			latch.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
