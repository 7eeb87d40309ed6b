package io.safelight.service.operations;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.audit.AuditedAction;
import io.safelight.messaging.store.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people did by hand in this service, for administrators.
 */
@RestController
@RequestMapping("/v1/ops/audit")
@Tag(name = "Operations")
class AuditController {

	private final AuditTrail trail;

	AuditController(AuditTrail trail) {
		this.trail = trail;
	}

	@GetMapping
	@RolesAllowed("admin")
	@Operation(summary = "What people did by hand, newest first",
			description = "Each entry was written together with what it is about, and is never changed.")
	AuditPage audit(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(name = "per_page", defaultValue = "50") @Min(1) @Max(100) int perPage) {
		Page<AuditedAction> page = this.trail.newestFirst(perPage, cursor);
		return new AuditPage(page.items().stream().map(ActionView::of).toList(), page.cursor());
	}

	/**
	 * A page of the audit log.
	 *
	 * @param data what was done
	 * @param nextCursor give this for the next page; null on the last one
	 */
	record AuditPage(List<ActionView> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
	}

	/**
	 * Something that a person did.
	 *
	 * @param id the entry's identity in this service
	 * @param at when
	 * @param who the user
	 * @param action what, such as {@code redrive}
	 * @param kind what kind of thing it was done to
	 * @param subject which one
	 * @param reason why, if anybody asked
	 * @param note what came of it
	 */
	record ActionView(String id, String at, String who, String action, String kind, String subject,
			@Nullable String reason, String note) {

		static ActionView of(AuditedAction action) {
			return new ActionView(action.pk(), action.since(), action.who(), action.action(), action.kind(),
					action.subject(), action.reason(), action.note());
		}

	}

}
