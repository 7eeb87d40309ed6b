package io.safelight.service.operations;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.messaging.inbox.Aftermath;
import io.safelight.messaging.inbox.AuditEntry;
import io.safelight.messaging.inbox.AuditEntry.Action;
import io.safelight.messaging.inbox.AuditEntry.Outcome;
import io.safelight.messaging.inbox.Decision;
import io.safelight.messaging.inbox.ParkedMessage;
import io.safelight.messaging.inbox.ParkedMessageDesk;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.observability.ReceiverMetrics;
import io.safelight.messaging.store.Page;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Parked messages of this service, for administrators.
 */
@RestController
@RequestMapping("/v1/ops/parked")
@Tag(name = "Operations", description = "Messages that this service could not handle")
class ParkedMessageController {

	private static final String ADMIN = "admin";

	private final ParkedMessages parked;

	private final ParkedMessageDesk desk;

	private final RateLimit limit;

	private final ReceiverMetrics metrics;

	ParkedMessageController(ParkedMessages parked, ParkedMessageDesk desk, RateLimit limit, ReceiverMetrics metrics) {
		this.parked = parked;
		this.desk = desk;
		this.limit = limit;
		this.metrics = metrics;
	}

	@GetMapping
	@RolesAllowed(ADMIN)
	@Operation(summary = "Messages that wait for a decision, oldest first")
	ParkedMessagePage parked(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage) {
		Page<ParkedMessage> page = this.parked.list(perPage, cursor);
		return new ParkedMessagePage(page.items().stream().map(ParkedMessageView::of).toList(), page.cursor());
	}

	@GetMapping("/{id}")
	@RolesAllowed(ADMIN)
	@Operation(summary = "A parked message, what it says, and what came of it")
	ParkedMessageDetails parkedMessage(@PathVariable String id) {
		ParkedMessage message = find(id);
		return new ParkedMessageDetails(ParkedMessageView.of(message), this.parked.body(message),
				this.desk.aftermath(message).orElse(null));
	}

	@GetMapping("/{id}/history")
	@RolesAllowed(ADMIN)
	@Operation(summary = "Who decided what about a parked message, when and why, oldest first")
	DecisionList history(@PathVariable String id) {
		return new DecisionList(
				this.desk.history(find(id)).stream().map((entry) -> DecisionView.of(entry, false)).toList());
	}

	@PostMapping("/{id}/redrive")
	@RolesAllowed(ADMIN)
	@Operation(summary = "Give a parked message to this service once more, and to nobody else",
			description = "Keeps the message's identity: what was handled already, or is older than what is known, changes nothing. With dry_run=true it is only said what would come of it.")
	DecisionView redrive(@PathVariable String id, @Valid @RequestBody DecisionRequest request,
			@RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun, Caller caller) {
		return decide(id, Action.REDRIVE, request, dryRun, caller);
	}

	@PostMapping("/{id}/discard")
	@RolesAllowed(ADMIN)
	@Operation(summary = "Decide that nothing is to be done about a parked message",
			description = "It is kept. With dry_run=true it is only said what would come of it.")
	DecisionView discard(@PathVariable String id, @Valid @RequestBody DecisionRequest request,
			@RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun, Caller caller) {
		return decide(id, Action.DISCARD, request, dryRun, caller);
	}

	private DecisionView decide(String id, Action action, DecisionRequest request, boolean dryRun, Caller caller) {
		if (!this.limit.admits()) {
			throw tooMany();
		}
		Decision decision = new Decision(action, caller.userId(), request.reason(), request.ticket());
		AuditEntry entry = (dryRun ? this.desk.rehearse(id, decision) : carryOut(id, decision))
			.orElseThrow(() -> unknown(id));
		if (entry.outcome() == Outcome.REFUSED && !dryRun) {
			throw new ProblemException(HttpStatus.CONFLICT, "cannot-be-redriven", entry.note()).with("id", id);
		}
		return DecisionView.of(entry, dryRun);
	}

	private Optional<AuditEntry> carryOut(String id, Decision decision) {
		Optional<AuditEntry> entry = this.desk.decide(id, decision);
		entry.ifPresent((written) -> this.metrics.decided(DecisionView.word(written.action()),
				DecisionView.word(written.outcome())));
		return entry;
	}

	private ParkedMessage find(String id) {
		return this.parked.find(id).orElseThrow(() -> unknown(id));
	}

	private static ProblemException unknown(String id) {
		return new ProblemException(HttpStatus.NOT_FOUND, "unknown-parked-message",
				"This service has parked no such message. Look at the list of those that wait; each service has its own.")
			.with("id", id);
	}

	private static ProblemException tooMany() {
		ProblemException problem = new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many-decisions",
				"Messages are not redriven or discarded faster than " + OperationsAutoConfiguration.DECISIONS_PER_SECOND
						+ " a second, so that a flood of them does not follow the first. Try again in a second.");
		problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
		return problem;
	}

	/**
	 * A page of parked messages.
	 *
	 * @param data the messages
	 * @param nextCursor give this for the next page; null on the last one
	 */
	record ParkedMessagePage(List<ParkedMessageView> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
	}

	/**
	 * All that is known of a parked message.
	 *
	 * @param message the facts
	 * @param body what it says, as it came
	 * @param aftermath what came of it in the end, if it was handled after all
	 */
	record ParkedMessageDetails(ParkedMessageView message, String body, @Nullable Aftermath aftermath) {
	}

	/**
	 * All decisions about a message.
	 *
	 * @param data the decisions, oldest first
	 */
	record DecisionList(List<DecisionView> data) {
	}

}
