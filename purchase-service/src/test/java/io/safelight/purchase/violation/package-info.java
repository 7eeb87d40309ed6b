/**
 * Classes that break the rules of the architecture, to show that the rules can fail.
 */
@NullMarked
package io.safelight.purchase.violation;

import org.jspecify.annotations.NullMarked;
