package io.safelight.search;

import io.safelight.search.index.FollowDocuments;

import org.springframework.context.SmartLifecycle;

/**
 * Brings the index up to date before the first request and the first message, and makes
 * it durable after the last.
 */
final class IndexLifecycle implements SmartLifecycle {

	private final FollowDocuments follow;

	private volatile boolean running;

	IndexLifecycle(FollowDocuments follow) {
		this.follow = follow;
	}

	@Override
	public void start() {
		this.follow.begin();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.follow.end();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server and the queue, which come last. */
	@Override
	public int getPhase() {
		return 0;
	}

}
