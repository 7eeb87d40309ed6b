package io.safelight.purchase.order;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.messaging.store.Page;
import io.safelight.purchase.payment.PaymentsUnavailableException;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Buying.
 */
@RestController
@RequestMapping("/v1/orders")
class OrderController {

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

	private final PlaceOrder placeOrder;

	private final Orders orders;

	OrderController(PlaceOrder placeOrder, Orders orders) {
		this.placeOrder = placeOrder;
		this.orders = orders;
	}

	@Operation(summary = "Buy photos and packs; the same Idempotency-Key is the same order")
	@PostMapping
	@RolesAllowed("buyer")
	ResponseEntity<OrderView> place(@Parameter(hidden = true) Caller caller,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody OrderRequest request) {
		Buyer buyer = new Buyer(caller.userId(), caller.email());
		try {
			return answer(this.placeOrder.place(buyer, required(key), request));
		}
		catch (PaymentsUnavailableException ex) {
			throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "payment-pending",
					"The payment provider does not answer. Your order is kept and finished as soon as it does; "
							+ "send the same request with the same Idempotency-Key to see how it stands.");
		}
	}

	private static String required(@Nullable String key) {
		if (key == null || !KEY.matcher(key).matches()) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "idempotency-key-required",
					"Send a header Idempotency-Key with 1 to 200 printable characters, a new one for each order and "
							+ "the same one when you repeat a request.");
		}
		return key;
	}

	private static ResponseEntity<OrderView> answer(PlaceOrderResult result) {
		return switch (result) {
			case PlaceOrderResult.Done done when done.first() ->
				ResponseEntity.created(URI.create("/v1/orders/" + done.order().orderId()))
					.body(OrderView.of(done.order()));
			case PlaceOrderResult.Done done -> ResponseEntity.ok(OrderView.of(done.order()));
			case PlaceOrderResult.Refused refused -> throw problem(refused.refusal());
		};
	}

	private static ProblemException problem(Refusal refusal) {
		HttpStatus status = switch (refusal.reason()) {
			case NOT_FOR_SALE, TWICE_IN_ORDER, TOO_MANY_PHOTOS, MIXED_CURRENCIES, KEY_REUSED ->
				HttpStatus.UNPROCESSABLE_CONTENT;
			case ALREADY_LICENSED, PRICE_CHANGED -> HttpStatus.CONFLICT;
			case BUYER_ERASED -> HttpStatus.GONE;
			case PAYMENT_DECLINED -> HttpStatus.PAYMENT_REQUIRED;
		};
		String code = refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
		ProblemException problem = new ProblemException(status, code, refusal.detail());
		return with(with(with(problem, "photoId", refusal.photoId()), "licenceId", refusal.licenceId()), "total",
				refusal.total());
	}

	private static ProblemException with(ProblemException problem, String name, @Nullable Object value) {
		return (value != null) ? problem.with(name, value) : problem;
	}

	@Operation(summary = "Your orders, newest first")
	@GetMapping
	@RolesAllowed("buyer")
	OrderPage list(@Parameter(hidden = true) Caller caller,
			@RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage,
			@RequestParam(required = false) @Nullable String cursor) {
		Page<Order> page = this.orders.of(caller.userId(), perPage, cursor);
		return new OrderPage(page.items().stream().map(OrderView::of).toList(), page.cursor());
	}

	@Operation(summary = "One of your orders")
	@GetMapping("/{orderId}")
	@RolesAllowed("buyer")
	OrderView get(@Parameter(hidden = true) Caller caller, @PathVariable String orderId) {
		return this.orders.find(orderId)
			.filter((order) -> order.buyerId().equals(caller.userId()))
			.map(OrderView::of)
			.orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "order-not-found",
					"You have no order with this id."));
	}

	/**
	 * A page of orders.
	 *
	 * @param data the orders
	 * @param nextCursor for the next page; absent on the last
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record OrderPage(List<OrderView> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
	}

}
