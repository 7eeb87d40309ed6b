package io.safelight.notification.message;

/**
 * {@code user-erased}: somebody is to be forgotten.
 *
 * @param userId who
 */
public record UserErased(String userId) {

	public UserErased {
		Required.field(userId, "userId");
	}

}
