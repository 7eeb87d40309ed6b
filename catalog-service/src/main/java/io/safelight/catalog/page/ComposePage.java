package io.safelight.catalog.page;

import java.time.Clock;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.SortableTime;

/**
 * What administrators do with pages: save a draft, and choose the version that everybody
 * sees, be it a new or an old one. Content comes into the bucket before the commit that
 * makes it a version, so a version's content is always there; what a lost race leaves
 * behind is an object that nobody names. Thread-safe.
 */
final class ComposePage {

	/** The page that is always there. */
	static final String HOME = "home";

	private final Pages pages;

	private final PageContents contents;

	private final Committer committer;

	private final AuditTrail trail;

	private final Clock clock;

	ComposePage(Pages pages, PageContents contents, Committer committer, AuditTrail trail, Clock clock) {
		this.pages = pages;
		this.contents = contents;
		this.committer = committer;
		this.trail = trail;
		this.clock = clock;
	}

	/** A page as it is now. */
	SitePage now(String page) {
		return this.pages.find(page).orElseGet(() -> SitePage.unwritten(page, defaultContent(page).title()));
	}

	/** What is on the draft of a page: what was saved last, or what is there to begin. */
	PageContent draft(SitePage page) {
		return content(page.page(), page.draft()).orElseGet(() -> defaultContent(page.page()));
	}

	/** What is on a version of a page. */
	Optional<PageContent> content(String page, int number) {
		return this.pages.version(page, number).map(this.contents::get).map(PageJson::read);
	}

	private static PageContent defaultContent(String page) {
		return page.equals(HOME) ? PageJson.defaultHome() : PageJson.empty();
	}

	/**
	 * Saves a new version of a page if nobody has changed it meanwhile.
	 * @param name the page
	 * @param seen the version of the page's row that was seen; 0 for none
	 * @param content what is to be on it
	 * @param by who saves it
	 */
	Outcome save(String name, long seen, PageContent content, String by) {
		SitePage page = now(name);
		if (page.version() != seen) {
			return new Outcome.Stale(page);
		}
		SitePage.Act act = act(by);
		int number = page.draft() + 1;
		String json = PageJson.write(content);
		String sha256 = PageContents.sha256(json);
		PageVersion version = new PageVersion(name, PageVersion.sortable(number), content.title(),
				PageContents.key(name, number, sha256), sha256, act.at(), by);
		this.contents.put(version.key(), json);
		SitePage drafted = page.drafted(number, content.title(), act);
		return committed(drafted, drafted.saved().and(version.saved()));
	}

	/**
	 * Shows everybody a version of a page, or none, if nobody has changed it meanwhile.
	 * @param name the page
	 * @param seen the version of the page's row that was seen
	 * @param number the version; 0 for none
	 * @param by who wants it
	 */
	Outcome show(String name, long seen, int number, String by) {
		SitePage page = now(name);
		if (page.version() != seen) {
			return new Outcome.Stale(page);
		}
		if (number != 0 && this.pages.version(name, number).isEmpty()) {
			return new Outcome.Unknown();
		}
		if (page.published() == number) {
			return new Outcome.Done(page);
		}
		SitePage.Act act = act(by);
		SitePage shown = page.showing(number, act);
		return committed(shown, shown.saved().publish(shown.said(act)).and(entry(shown, by)));
	}

	private Changes entry(SitePage shown, String by) {
		AuditTrail.Subject page = new AuditTrail.Subject("page", shown.page(), Long.toString(shown.version()));
		return (shown.published() > 0)
				? this.trail.entry(by, "publish", page, null, "Everybody sees version " + shown.published() + ".")
				: this.trail.entry(by, "withdraw", page, null, "Nobody sees it any more.");
	}

	private SitePage.Act act(String by) {
		return new SitePage.Act(by, SortableTime.of(this.clock.instant()));
	}

	private Outcome committed(SitePage page, Changes changes) {
		try {
			this.committer.commit(changes);
			return new Outcome.Done(page);
		}
		catch (ConditionFailedException ex) {
			return new Outcome.Stale(now(page.page()));
		}
	}

	/** What became of it. */
	sealed interface Outcome {

		/**
		 * It is as wanted now.
		 *
		 * @param page as it is
		 */
		record Done(SitePage page) implements Outcome {
		}

		/**
		 * Somebody was quicker.
		 *
		 * @param page as it is, perhaps
		 */
		record Stale(SitePage page) implements Outcome {
		}

		/** There is no such version. */
		record Unknown() implements Outcome {
		}

	}

}
