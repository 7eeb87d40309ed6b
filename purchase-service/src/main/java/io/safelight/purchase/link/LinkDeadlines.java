package io.safelight.purchase.link;

import java.time.Clock;
import java.time.Instant;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.StoreBusyException;

/**
 * Does to links what time alone does. One pass is one call; the timer is outside.
 */
public class LinkDeadlines {

	private final Links links;

	private final Committer committer;

	private final Clock clock;

	LinkDeadlines(Links links, Committer committer, Clock clock) {
		this.links = links;
		this.committer = committer;
		this.clock = clock;
	}

	/**
	 * One pass.
	 * @return how many links changed
	 */
	public int sweep() {
		Instant now = this.clock.instant();
		return (int) this.links.due(now).stream().filter((link) -> change(link, now)).count();
	}

	private boolean change(Link link, Instant now) {
		Link after = link.after(now);
		if (after == link) {
			return false;
		}
		Changes changes = Links.saved(after);
		try {
			this.committer
				.commit((after.state() == LinkState.CONSUMED) ? changes.publish(Consumed.message(after)) : changes);
			return true;
		}
		catch (ConditionFailedException | StoreBusyException ex) {
			return false;
		}
	}

}
