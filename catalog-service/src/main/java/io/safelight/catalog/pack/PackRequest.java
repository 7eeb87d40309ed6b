package io.safelight.catalog.pack;

import java.util.List;

import io.safelight.catalog.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of a new pack.
 */
record PackRequest(
		@NotBlank(message = "a pack needs a title") @Size(max = 200,
				message = "a title has at most 200 characters") String title,
		@NotNull(message = "a pack needs a description, even an empty one") @Size(max = 2000,
				message = "a description has at most 2000 characters") String description,
		@NotNull(message = "a pack needs photos") @Size(min = 2, max = 20,
				message = "a pack has 2 to 20 photos, as an order does") List<@NotBlank(
						message = "a photo's id is missing") String> photoIds,
		@NotBlank(message = "say which size of each photo the pack holds") String size,
		@NotNull(message = "a pack needs a price") @Valid PriceRequest price) {

	/**
	 * A price.
	 *
	 * @param amount in minor units
	 * @param currency ISO 4217
	 */
	record PriceRequest(@Min(value = 1, message = "a price is at least one minor unit, such as a cent") long amount,
			@NotNull(message = "name the currency, such as EUR") @Pattern(regexp = "[A-Z]{3}",
					message = "a currency has three capital letters, such as EUR") String currency) {

		Money money() {
			return new Money(this.amount, this.currency);
		}

	}

}
