package io.safelight.upload.session;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an upload stands. Each has exactly one end.
 */
public enum UploadState {

	/** Bytes may come. */
	OPEN,
	/** All bytes came; they are being put together and checked. */
	COMPLETING,
	/** They were checked; the publication decides. */
	UPLOADED,
	/** End: the photo is on sale. */
	PUBLISHED,
	/** End: the photo was refused by the publication. */
	REJECTED,
	/** End: the publication gave up. */
	FAILED,
	/** End: the bytes were refused before they became a photo. */
	REFUSED,
	/** End: the bytes did not come, or the contributor took the upload back. */
	ABANDONED;

	private static final Set<UploadState> ENDS = EnumSet.range(PUBLISHED, ABANDONED);

	public boolean isEnd() {
		return ENDS.contains(this);
	}

	boolean mayBecome(UploadState next) {
		return switch (this) {
			case OPEN -> next == OPEN || next == COMPLETING || next == REFUSED || next == ABANDONED;
			case COMPLETING -> next == COMPLETING || next == UPLOADED || next == REFUSED || next == ABANDONED;
			case UPLOADED -> next == PUBLISHED || next == REJECTED || next == FAILED;
			default -> next == this;
		};
	}

}
