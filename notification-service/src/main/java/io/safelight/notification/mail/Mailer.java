package io.safelight.notification.mail;

/**
 * Hands mails over to whoever delivers them.
 */
interface Mailer {

	/**
	 * Hands a mail over.
	 * @param address whom it is for
	 * @param draft what it says
	 * @return what was answered
	 */
	Answer send(String address, Draft draft);

	/**
	 * What became of a mail that was to be handed over.
	 */
	sealed interface Answer {

		/**
		 * It was taken.
		 *
		 * @param messageId the deliverer's id of it
		 */
		record Accepted(String messageId) implements Answer {
		}

		/**
		 * It will never be taken.
		 *
		 * @param reason why; without the address
		 */
		record Refused(String reason) implements Answer {
		}

		/**
		 * It was not taken now, or nobody knows.
		 *
		 * @param reason why; without the address
		 */
		record Unavailable(String reason) implements Answer {
		}

	}

}
