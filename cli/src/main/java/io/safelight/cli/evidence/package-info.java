/**
 * What a running system's stores say, for the auditor.
 */
@NullMarked
package io.safelight.cli.evidence;

import org.jspecify.annotations.NullMarked;
