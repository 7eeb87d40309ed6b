/**
 * What is known of each photo: the durable truth that the index is made from.
 */
@NullMarked
package io.safelight.search.document;

import org.jspecify.annotations.NullMarked;
