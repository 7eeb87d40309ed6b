package io.safelight.publication.web;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.messaging.store.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param <T> what is listed
 * @param data what is on this page
 * @param nextCursor give this as {@code cursor} for the next page; absent on the last one
 */
record PageView<T>(List<T> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {

	static <S, T> PageView<T> of(Page<S> page, Function<S, T> view) {
		return new PageView<>(page.items().stream().map(view).toList(), page.cursor());
	}

}
