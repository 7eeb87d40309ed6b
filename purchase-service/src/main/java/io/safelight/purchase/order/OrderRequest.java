package io.safelight.purchase.order;

import java.util.List;
import java.util.Objects;

import io.safelight.purchase.money.Money;
import io.safelight.purchase.payment.SandboxPayments;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for.
 *
 * @param lines what to buy
 * @param expectedTotal the total that the buyer was shown; the order is refused if it
 * costs anything else
 * @param licenceAgain buy even what the buyer has a licence for
 * @param paymentMethod what to pay with; with the sandbox, see {@link SandboxPayments}
 */
record OrderRequest(@NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines, @Nullable Money expectedTotal,
		@Nullable Boolean licenceAgain, @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,100}") String paymentMethod) {

	boolean again() {
		return Boolean.TRUE.equals(this.licenceAgain);
	}

	String method() {
		return Objects.requireNonNullElse(this.paymentMethod, SandboxPayments.DEFAULT_CARD);
	}

	/** The same for the same request only. */
	String fingerprint() {
		return DerivedId.fingerprint("order-request", this.lines.toString(), String.valueOf(this.expectedTotal),
				String.valueOf(again()), method());
	}

	/**
	 * A photo in a size, or a pack.
	 *
	 * @param photoId the photo
	 * @param size the size of the photo
	 * @param packId the pack
	 */
	record Line(@Nullable @Size(min = 1, max = 100) String photoId, @Nullable @Size(min = 1, max = 50) String size,
			@Nullable @Size(min = 1, max = 100) String packId) {

		@AssertTrue(message = "a line names a photoId and a size, or a packId")
		boolean isEitherPhotoOrPack() {
			return (this.packId != null) ? this.photoId == null && this.size == null
					: this.photoId != null && this.size != null;
		}

	}

}
