package io.safelight.purchase.order;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.safelight.purchase.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it.
 *
 * @param orderId its identity
 * @param state how far it has come
 * @param placedAt when it was accepted
 * @param paidAt when it was paid
 * @param lines the photos
 * @param licences the licences that were issued; none before it is paid
 * @param total what they cost together
 * @param chargeId the payment provider's name for the charge
 * @param refusal why it is not to be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(String orderId, OrderState state, String placedAt, @Nullable Instant paidAt, List<Line> lines,
		List<Issued> licences, Money total, @Nullable String chargeId, @Nullable Refusal refusal) {

	static OrderView of(Order order) {
		return new OrderView(order.orderId(), order.state(), order.placedAt(), order.paidAt(),
				order.lines().stream().map((line) -> Line.of(order, line)).toList(), Issued.of(order), order.total(),
				order.chargeId(), order.refusal());
	}

	/**
	 * One photo of the order.
	 *
	 * @param photoId the photo
	 * @param title its title
	 * @param size the size
	 * @param price its price, or its part of the price of the pack
	 * @param packId the pack that it was bought with
	 * @param licenceId the licence, once paid
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Line(String photoId, String title, String size, Money price, @Nullable String packId,
			@Nullable String licenceId) {

		private static Line of(Order order, OrderLine line) {
			return new Line(line.photoId(), line.title(), line.size(), line.price(), line.packId(),
					(order.state() == OrderState.PAID) ? line.licenceId() : null);
		}

	}

	/**
	 * A licence that the order led to.
	 *
	 * @param licenceId the licence
	 * @param photoId the photo
	 * @param size the size
	 */
	record Issued(String licenceId, String photoId, String size) {

		private static List<Issued> of(Order order) {
			return (order.state() != OrderState.PAID) ? List.of()
					: order.lines()
						.stream()
						.map((line) -> new Issued(line.licenceId(), line.photoId(), line.size()))
						.toList();
		}

	}

}
