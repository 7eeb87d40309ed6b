package io.safelight.imaging.rendition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;

/**
 * The sets of copies, in DynamoDB.
 */
public final class RenditionSets {

	static final Table TABLE = Table.of("safelight-imaging-renditions", "photoId").sortedBy("kind");

	private final Store store;

	public RenditionSets(Store store) {
		this.store = store;
	}

	RenditionSet get(String photoId, RenditionKind kind) {
		return find(photoId, kind).orElseGet(() -> RenditionSet.none(photoId, kind));
	}

	private Optional<RenditionSet> find(String photoId, RenditionKind kind) {
		return this.store.find(TABLE, TABLE.key(photoId, kind.label()), RenditionSet.class);
	}

	/**
	 * The public copies of one name, JPEG first, then other formats; none for what is not
	 * there or is not public.
	 */
	public List<StoredRendition> findPublic(String photoId, String name) {
		return find(photoId, RenditionKind.PUBLIC).stream()
			.flatMap((set) -> Stream.concat(set.renditions().stream(), set.alternates().stream()))
			.filter((rendition) -> rendition.name().equals(name))
			.toList();
	}

	/** Saves the set, provided that nobody else has since the last version was read. */
	static Changes save(RenditionSet set) {
		return Changes.none().put(TABLE, set, Condition.version(set.version() - 1));
	}

}
