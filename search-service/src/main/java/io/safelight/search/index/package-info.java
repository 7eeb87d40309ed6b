/**
 * The index: documents into Lucene, questions out of it.
 */
@NullMarked
package io.safelight.search.index;

import org.jspecify.annotations.NullMarked;
