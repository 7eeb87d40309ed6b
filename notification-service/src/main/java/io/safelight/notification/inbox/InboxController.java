package io.safelight.notification.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.messaging.store.Page;
import io.safelight.service.Caller;
import io.safelight.service.ProblemException;
import io.safelight.service.live.LiveStreams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A user's own notifications.
 */
@RestController
@RequestMapping("/v1/notifications")
@Tag(name = "Notifications", description = "What you were told")
class InboxController {

	private final Inbox inbox;

	private final LiveStreams streams;

	InboxController(Inbox inbox, LiveStreams streams) {
		this.inbox = inbox;
		this.streams = streams;
	}

	@GetMapping
	@RolesAllowed({ "buyer", "photographer", "moderator", "admin" })
	@Operation(summary = "Your notifications, newest first",
			description = "Give next_cursor as cursor for the next page. unread_count stops at 500.")
	InboxPage list(@Parameter(hidden = true) Caller caller, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "false") boolean unread,
			@RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage) {
		Page<InboxEntry> page = this.inbox.page(caller.userId(), unread, cursor, perPage);
		return new InboxPage(page.items().stream().map(Notification::of).toList(), page.cursor(),
				this.inbox.unreadCount(caller.userId()));
	}

	@GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@RolesAllowed({ "buyer", "photographer", "moderator", "admin" })
	@Operation(summary = "Your notifications as they come",
			description = "Server-sent events: 'notification' with what the list has, or 'reset' after which the list is to be read anew. Goes on after Last-Event-ID; the last minutes may be told again. Ends with the token.")
	@ApiResponse(responseCode = "200", description = "The data of each 'notification'",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(implementation = Notification.class)))
	void stream(@Parameter(hidden = true) Caller caller,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
			HttpServletResponse response) {
		this.streams.serve(caller.userId(), lastEventId, response);
	}

	@PostMapping("/{id}/read")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RolesAllowed({ "buyer", "photographer", "moderator", "admin" })
	@Operation(summary = "Mark one as read; doing so twice is harmless")
	void markRead(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
		if (!this.inbox.markRead(caller.userId(), id)) {
			throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-notification",
					"You have no notification with this id: take one from GET /v1/notifications.");
		}
	}

	@PostMapping("/read-all")
	@RolesAllowed({ "buyer", "photographer", "moderator", "admin" })
	@Operation(summary = "Mark all as read", description = "Answers how many were unread.")
	Map<String, Integer> markAllRead(@Parameter(hidden = true) Caller caller) {
		return Map.of("marked", this.inbox.markAllRead(caller.userId()));
	}

	/**
	 * A page of notifications.
	 *
	 * @param data the notifications
	 * @param nextCursor where the next page begins, or null on the last one
	 * @param unreadCount how many of all are unread
	 */
	record InboxPage(List<Notification> data, @JsonProperty("next_cursor") @Nullable String nextCursor,
			@JsonProperty("unread_count") int unreadCount) {
	}

	/**
	 * A notification.
	 *
	 * @param id give this to mark it as read
	 * @param about what happened, such as {@code photo-published}
	 * @param subjectId the photo, upload or licence
	 * @param title one line
	 * @param text what happened and what to do; plain text, to be escaped in HTML
	 * @param path where to see it on the site
	 * @param time when it happened
	 * @param unread whether it was not marked as read yet
	 */
	record Notification(String id, String about, @JsonProperty("subject_id") String subjectId, String title,
			String text, String path, Instant time, boolean unread) {

		static Notification of(InboxEntry entry) {
			return new Notification(entry.id(), entry.about(), entry.subjectId(), entry.title(), entry.text(),
					entry.path(), entry.time(), entry.isUnread());
		}

	}

}
