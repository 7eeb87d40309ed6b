package io.safelight.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What an audit found. Every check is counted, kept promises too: an audit that checked
 * nothing must not look like one that found nothing.
 */
public final class Report {

	private final List<Finding> findings = new ArrayList<>();

	private final List<String> remarks = new ArrayList<>();

	private int checked;

	/**
	 * Notes one check of something that must be there.
	 * @param kept whether the promise is kept
	 * @param rule the promise
	 * @param subject whose it is
	 * @param detail what is wrong if it is not
	 */
	void check(boolean kept, String rule, String subject, String detail) {
		check(kept, Finding.Kind.LOST, rule, subject, detail);
	}

	/** Notes one check of something that must not be there more than once. */
	void checkOnce(boolean kept, String rule, String subject, String detail) {
		check(kept, Finding.Kind.DOUBLED, rule, subject, detail);
	}

	/** Notes one check of something that must not be left over. */
	void checkGone(boolean kept, String rule, String subject, String detail) {
		check(kept, Finding.Kind.LEFT_OVER, rule, subject, detail);
	}

	private void check(boolean kept, Finding.Kind kind, String rule, String subject, String detail) {
		this.checked++;
		if (!kept) {
			this.findings.add(new Finding(kind, rule, subject, detail));
		}
	}

	/** Notes something that is no broken promise, but worth knowing. */
	void remark(String text) {
		this.remarks.add(text);
	}

	public List<Finding> findings() {
		return List.copyOf(this.findings);
	}

	public List<String> remarks() {
		return List.copyOf(this.remarks);
	}

	public int checked() {
		return this.checked;
	}

}
