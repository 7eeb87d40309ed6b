/**
 * What a service remembers: rows of its own tables, read one by one and written all or
 * nothing.
 */
@NullMarked
package io.safelight.messaging.store;

import org.jspecify.annotations.NullMarked;
