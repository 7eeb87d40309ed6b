/**
 * What tests of services share.
 */
@NullMarked
package io.safelight.messaging.test;

import org.jspecify.annotations.NullMarked;
