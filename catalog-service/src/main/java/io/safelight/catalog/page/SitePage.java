package io.safelight.catalog.page;

import io.safelight.catalog.CatalogTopics;
import io.safelight.catalog.message.PageChanged;
import io.safelight.messaging.Changes;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A page of the site as it lies in the table: which of its versions is the draft, and
 * which one everybody sees. The versions themselves never change.
 *
 * @param page its name in the address
 * @param version counts every change of this row, from 1
 * @param draft the number of its newest version; 0 if nobody has saved one
 * @param title what the draft is called
 * @param published the number of the version that everybody sees; 0 for none
 * @param changedAt when it was changed last
 * @param changedBy who did
 * @param shelf {@value Pages#SHELF}, the same for all pages: the index lists them
 */
record SitePage(String page, long version, int draft, String title, int published, @Nullable String changedAt,
		@Nullable String changedBy, String shelf) {

	/** A page that nobody has written yet. */
	static SitePage unwritten(String page, String title) {
		return new SitePage(page, 0, 0, title, 0, null, null, Pages.SHELF);
	}

	/** The same with a newer draft. */
	SitePage drafted(int number, String newTitle, Act act) {
		return new SitePage(this.page, this.version + 1, number, newTitle, this.published, act.at(), act.by(),
				this.shelf);
	}

	/** The same with another version for everybody; 0 for none. */
	SitePage showing(int number, Act act) {
		return new SitePage(this.page, this.version + 1, this.draft, this.title, number, act.at(), act.by(),
				this.shelf);
	}

	/** Saves the row as it is now. */
	Changes saved() {
		return Changes.none().put(Pages.TABLE, this, Condition.version(this.version - 1));
	}

	/** Says what everybody sees now. */
	OutgoingMessage said(Act act) {
		return OutgoingMessage.to(CatalogTopics.EVENTS, "page-changed.v1", this.page, this.version,
				new PageChanged(this.page, this.title, this.draft, this.published, act.by(), act.at()));
	}

	/**
	 * Who did it, and when.
	 *
	 * @param by a user's id
	 * @param at the time, sortable
	 */
	record Act(String by, String at) {
	}

}
