/**
 * Taking a licence back: its copy and its links go, the licence stays on record.
 */
@NullMarked
package io.safelight.purchase.revocation;

import org.jspecify.annotations.NullMarked;
