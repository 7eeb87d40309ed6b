package io.safelight.publication.web;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.publication.saga.Reason;
import io.safelight.publication.saga.RejectionCode;
import io.safelight.service.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * What a moderator sends.
 *
 * @param decision {@code approve} or {@code reject}
 * @param reasons why not; {@code declined} if none is given
 */
record ModerationDecision(@NotNull(message = "must be 'approve' or 'reject'") Choice decision,
		@Nullable @Size(max = 10) List<@Valid GivenReason> reasons) {

	/** What can be decided. */
	enum Choice {

		/** It may be sold. */
		@JsonProperty("approve")
		APPROVE,
		/** It may not. */
		@JsonProperty("reject")
		REJECT

	}

	/**
	 * A reason.
	 *
	 * @param code a known code
	 * @param message what is wrong; the code's own words if absent
	 * @param repair what to do about it; the code's own words if absent
	 */
	record GivenReason(@NotBlank String code, @Nullable @Size(max = 500) String message,
			@Nullable @Size(max = 500) String repair) {

		Reason reason() {
			RejectionCode known = RejectionCode.of(this.code).orElseThrow(() -> unknown(this.code));
			return Reason.of(known, orElse(this.message, known.message()), orElse(this.repair, known.repair()));
		}

		private static String orElse(@Nullable String given, String usual) {
			return (given != null && !given.isBlank()) ? given : usual;
		}

		private static ProblemException unknown(String code) {
			List<String> codes = Arrays.stream(RejectionCode.values()).map(RejectionCode::wireName).toList();
			return new ProblemException(HttpStatus.BAD_REQUEST, "unknown-reason",
					"There is no reason '" + code + "': choose one of those in 'codes'.")
				.with("codes", codes);
		}

	}

	boolean approves() {
		return this.decision == Choice.APPROVE;
	}

	List<Reason> givenReasons() {
		List<GivenReason> given = (this.reasons != null) ? this.reasons : List.of();
		if (approves() && !given.isEmpty()) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "approved-with-reasons",
					"Reasons belong to 'reject': leave them out, or reject.");
		}
		if (approves()) {
			return List.of();
		}
		return given.isEmpty() ? List.of(Reason.of(RejectionCode.DECLINED))
				: given.stream().map(GivenReason::reason).toList();
	}

}
