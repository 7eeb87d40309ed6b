/**
 * Who did what by hand, when and why.
 */
@NullMarked
package io.safelight.messaging.audit;

import org.jspecify.annotations.NullMarked;
