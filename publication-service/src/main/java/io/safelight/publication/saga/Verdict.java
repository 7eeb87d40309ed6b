package io.safelight.publication.saga;

import java.util.List;

/**
 * What the rules say about a picture.
 */
public sealed interface Verdict {

	/** It may be sold. */
	record Approved() implements Verdict {
	}

	/** A person has to decide. */
	record NeedsPerson() implements Verdict {
	}

	/**
	 * It may not be sold.
	 *
	 * @param reasons why, at least one
	 */
	record Refused(List<Reason> reasons) implements Verdict {

		public Refused {
			reasons = List.copyOf(reasons);
		}

	}

}
