/**
 * An AWS account in one JVM.
 */
@NullMarked
package io.safelight.cloud;

import org.jspecify.annotations.NullMarked;
