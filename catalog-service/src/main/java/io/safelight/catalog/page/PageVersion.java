package io.safelight.catalog.page;

import java.util.Locale;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;

/**
 * One version of a page, which never changes: where its content lies, and what it must
 * be.
 *
 * @param page the page
 * @param number counts the versions of a page from 000001; sortable
 * @param title what it is called
 * @param key where its content is in the bucket
 * @param sha256 of the content, in lower-case hex
 * @param savedAt when it was saved
 * @param savedBy who saved it
 */
record PageVersion(String page, String number, String title, String key, String sha256, String savedAt,
		String savedBy) {

	static String sortable(int number) {
		return String.format(Locale.ROOT, "%06d", number);
	}

	int count() {
		return Integer.parseInt(this.number);
	}

	Changes saved() {
		return Changes.none().put(Pages.VERSIONS, this, Condition.absent());
	}

}
