package io.safelight.purchase.order;

import java.util.List;
import java.util.Optional;

import io.safelight.simulation.Process;

/**
 * Places orders in a simulated process, as the controller would.
 */
public final class OrderDesk {

	private OrderDesk() {
	}

	/**
	 * Orders one photo.
	 * @return the licence, or empty if it was refused
	 */
	public static Optional<String> place(Process process, String buyerId, String key, String photoId, String size) {
		OrderRequest request = new OrderRequest(List.of(new OrderRequest.Line(photoId, size, null)), null, null, null);
		PlaceOrderResult result = process.get(PlaceOrder.class).place(new Buyer(buyerId, null), key, request);
		return switch (result) {
			case PlaceOrderResult.Done done -> Optional.of(done.order().lines().getFirst().licenceId());
			case PlaceOrderResult.Refused refused -> Optional.empty();
		};
	}

}
