package io.safelight.purchase.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;

/**
 * The links. Thread-safe.
 */
public class Links {

	public static final Table TABLE = Table.of("safelight-purchase-links", "linkId").indexedBy("due", "work", "dueAt");

	/** Which links a licence has: rows that are only ever added. */
	public static final Table BY_LICENCE = Table.of("safelight-purchase-licence-links", "licenceId").sortedBy("linkId");

	private final Store store;

	public Links(Store store) {
		this.store = store;
	}

	/** A link, if it is this buyer's. */
	Optional<Link> find(String linkId, String buyerId) {
		return find(linkId).filter((link) -> link.buyerId().equals(buyerId));
	}

	Optional<Link> find(String linkId) {
		return Ulid.isUlid(linkId) ? this.store.find(TABLE, TABLE.key(linkId), Link.class) : Optional.empty();
	}

	/** Links that time alone has ended, or their leases. The index may lag behind. */
	List<Link> due(Instant now) {
		return this.store.query(Query.of(TABLE, "due", Link.OPEN).upTo(SortableTime.of(now)), Link.class).items();
	}

	/** Every link that a licence has ever had. */
	List<Link> of(String licenceId) {
		List<Link> links = new ArrayList<>();
		String cursor = null;
		do {
			Page<LicenceLink> page = this.store.query(Query.of(BY_LICENCE, licenceId).after(cursor), LicenceLink.class);
			page.items().forEach((entry) -> find(entry.linkId()).ifPresent(links::add));
			cursor = page.cursor();
		}
		while (cursor != null);
		return links;
	}

	/** A new link, or the same one under a new secret. */
	static Changes minted(Link link) {
		return saved(link).put(BY_LICENCE, new LicenceLink(link.licenceId(), link.linkId()), Condition.none());
	}

	static Changes saved(Link link) {
		return Changes.none().put(TABLE, link, Condition.version(link.version() - 1));
	}

	/**
	 * That a licence has a link.
	 *
	 * @param licenceId the licence
	 * @param linkId the link
	 */
	record LicenceLink(String licenceId, String linkId) {
	}

}
