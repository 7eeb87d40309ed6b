package io.safelight.notification.preference;

import io.safelight.service.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A user's own preferences.
 */
@RestController
@RequestMapping("/v1/preferences")
@Tag(name = "Preferences", description = "How you want to be told")
class PreferencesController {

	private final Preferences preferences;

	PreferencesController(Preferences preferences) {
		this.preferences = preferences;
	}

	@GetMapping
	@RolesAllowed({ "buyer", "photographer", "moderator", "admin" })
	@Operation(summary = "How you want to be told")
	Wishes get(@Parameter(hidden = true) Caller caller) {
		return new Wishes(this.preferences.wantsMail(caller.userId()));
	}

	@PutMapping
	@RolesAllowed({ "buyer", "photographer", "moderator", "admin" })
	@Operation(summary = "Switch mails on or off; the inbox is always kept")
	Wishes put(@Parameter(hidden = true) Caller caller, @Valid @RequestBody Wishes wishes) {
		this.preferences.setMail(caller.userId(), Boolean.TRUE.equals(wishes.email()));
		return wishes;
	}

	/**
	 * What a user wants.
	 *
	 * @param email whether mails are wanted
	 */
	record Wishes(@NotNull(message = "must be true or false") @Nullable Boolean email) {
	}

}
