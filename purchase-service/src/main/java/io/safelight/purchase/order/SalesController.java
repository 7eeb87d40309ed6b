package io.safelight.purchase.order;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.messaging.store.Page;
import io.safelight.service.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What photographers have sold.
 */
@RestController
@RequestMapping("/v1/sales")
class SalesController {

	private final Sales sales;

	SalesController(Sales sales) {
		this.sales = sales;
	}

	@Operation(summary = "Your photos that were sold, newest first", description = "Without who bought them.")
	@GetMapping
	@RolesAllowed("photographer")
	SalePage list(@Parameter(hidden = true) Caller caller,
			@RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage,
			@RequestParam(required = false) @Nullable String cursor) {
		Page<Sales.Sale> page = this.sales.of(caller.userId(), perPage, cursor);
		return new SalePage(page.items(), page.cursor());
	}

	@Operation(summary = "What you have earned, by currency and month")
	@GetMapping("/summary")
	@RolesAllowed("photographer")
	Summary summary(@Parameter(hidden = true) Caller caller) {
		return new Summary(this.sales.earned(caller.userId()));
	}

	/**
	 * A page of sales.
	 *
	 * @param data the sales
	 * @param nextCursor for the next page; absent on the last
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SalePage(List<Sales.Sale> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
	}

	/**
	 * What was earned.
	 *
	 * @param data one entry for each currency
	 */
	record Summary(List<Sales.Earned> data) {
	}

}
