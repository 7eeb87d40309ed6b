/**
 * Picture files for tests, put together by code.
 */
@NullMarked
package io.safelight.pictures;

import org.jspecify.annotations.NullMarked;
