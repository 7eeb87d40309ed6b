package io.safelight.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type: words, "several words together", {@code NOT word} or {@code -word}.
 * There is nothing that could be wrong with it: what cannot be understood is a word.
 *
 * @param wanted words and phrases that should be there
 * @param unwanted words and phrases that must not
 */
record Words(List<String> wanted, List<String> unwanted) {

	/** More words than anybody types by hand are not looked at. */
	private static final int MOST = 32;

	private static final Pattern PART = Pattern.compile("-?\"[^\"]*\"|\\S+");

	Words {
		wanted = List.copyOf(wanted);
		unwanted = List.copyOf(unwanted);
	}

	static Words of(String typed) {
		List<String> wanted = new ArrayList<>();
		List<String> unwanted = new ArrayList<>();
		boolean not = false;
		Matcher matcher = PART.matcher(typed);
		while (matcher.find() && wanted.size() + unwanted.size() < MOST) {
			String part = matcher.group();
			if (isOperator(part)) {
				not = part.equals("NOT");
				continue;
			}
			boolean minus = part.length() > 1 && part.startsWith("-");
			((not || minus) ? unwanted : wanted).add((minus ? part.substring(1) : part).replace('"', ' ').strip());
			not = false;
		}
		return new Words(withoutEmpty(wanted), withoutEmpty(unwanted));
	}

	/** All words are wanted anyway, and alternatives are not offered. */
	private static boolean isOperator(String part) {
		return part.equals("NOT") || part.equals("AND") || part.equals("OR");
	}

	private static List<String> withoutEmpty(List<String> parts) {
		return parts.stream().filter((part) -> !part.isBlank()).toList();
	}

}
