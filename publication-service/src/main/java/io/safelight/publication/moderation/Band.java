package io.safelight.publication.moderation;

/**
 * From which confidence on a label is a matter for a person, and from which it is
 * refused. Below the first it passes.
 *
 * @param person in per cent; above 100 means never
 * @param reject in per cent, at least {@code person}; above 100 means never
 */
public record Band(double person, double reject) {

	public Band {
		if (person < 0 || reject < person) {
			throw new IllegalArgumentException(
					"A band needs 0 <= person <= reject, not person " + person + " and reject " + reject);
		}
	}

}
