package io.safelight.notification.message;

/**
 * Somebody could not be told.
 *
 * @param userId who
 * @param channel {@code email}
 * @param about what they were to be told of, such as {@code purchase-ready}
 * @param reason why not; never with the address
 */
public record NotificationFailed(String userId, String channel, String about, String reason) {

	/** The type of this message. */
	public static final String TYPE = "notification-failed.v1";

	/** Where it is said. */
	public static final String TOPIC = "safelight-notification-events";

}
