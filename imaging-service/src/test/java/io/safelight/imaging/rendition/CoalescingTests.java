package io.safelight.imaging.rendition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(20)
class CoalescingTests {

	private final Coalescing<String, Integer> coalescing = new Coalescing<>();

	private final AtomicInteger runs = new AtomicInteger();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch finish = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	@AfterEach
	void close() {
		this.threads.close();
	}

	@Test
	void doesTheSameWorkOnceForAllWhoWantItAtTheSameTime() throws Exception {
		List<Integer> results = new CopyOnWriteArrayList<>();
		List<Thread> all = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			all.add(Thread.ofVirtual().start(() -> {
				try {
					results.add(this.coalescing.once("photo", this::slowWork));
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			}));
		}
		Awaitility.await().until(() -> all.stream().allMatch((each) -> each.getState() == Thread.State.WAITING));
		this.finish.countDown();
		for (Thread each : all) {
			each.join();
		}
		assertThat(results).containsExactly(1, 1, 1, 1, 1);
		assertThat(this.coalescing.size()).isZero();
	}

	@Test
	void doesDifferentWorkApart() throws Exception {
		Future<Integer> slow = this.threads.submit(() -> this.coalescing.once("photo", this::slowWork));
		this.begun.await();
		assertThat(this.coalescing.once("another", () -> 7)).isEqualTo(7);
		this.finish.countDown();
		assertThat(slow.get()).isEqualTo(1);
	}

	@Test
	void doesItAgainForThoseWhoComeLater() throws Exception {
		this.finish.countDown();
		assertThat(this.coalescing.once("photo", this::slowWork)).isEqualTo(1);
		assertThat(this.coalescing.once("photo", this::slowWork)).isEqualTo(2);
	}

	@Test
	void failsAsTheWorkDid() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.coalescing.once("photo", () -> {
			throw new IOException("disk");
		})).withMessage("disk");
		assertThat(this.coalescing.size()).isZero();
	}

	private int slowWork() throws InterruptedException {
		int run = this.runs.incrementAndGet();
		this.begun.countDown();
		this.finish.await();
		return run;
	}

}
