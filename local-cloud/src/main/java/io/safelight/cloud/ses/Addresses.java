package io.safelight.cloud.ses;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of mails. SES itself words its refusals as Jakarta Mail does.
 */
final class Addresses {

	private static final int LIMIT = 320;

	private Addresses() {
	}

	/**
	 * Finds what is wrong with an address, with or without a name before it.
	 * @param address what the sender gave
	 * @param part the part of the mail it is for, named in the refusal
	 * @throws RefusedMailException when there is no address or it is not valid
	 */
	static void check(@Nullable String address, String part) {
		if (address == null || address.isBlank()) {
			throw new RefusedMailException("The " + part + " address is missing.");
		}
		try {
			InternetAddress parsed = parse(address);
			parsed.validate();
			requireDomain(parsed.getAddress());
		}
		catch (AddressException ex) {
			throw new RefusedMailException(part + ": " + ex.getMessage());
		}
	}

	/**
	 * The address without the name before it.
	 * @param address a checked address
	 * @return for example {@code ana@example.com}
	 */
	static String bare(String address) {
		try {
			return parse(address).getAddress();
		}
		catch (AddressException ex) {
			return address;
		}
	}

	private static InternetAddress parse(String address) throws AddressException {
		InternetAddress[] parsed = InternetAddress.parse(address, true);
		if (parsed.length != 1 || address.length() > LIMIT) {
			throw new AddressException("Illegal address");
		}
		return parsed[0];
	}

	private static void requireDomain(String bare) throws AddressException {
		if (bare.indexOf('@') < 1) {
			throw new AddressException("Missing final '@domain'");
		}
	}

}
