/**
 * The HTTP interface.
 */
@NullMarked
package io.safelight.upload.web;

import org.jspecify.annotations.NullMarked;
