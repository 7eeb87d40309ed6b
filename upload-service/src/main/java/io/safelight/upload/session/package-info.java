/**
 * Upload sessions: how bytes are announced, arrive, are checked and become a photo or
 * not.
 */
@NullMarked
package io.safelight.upload.session;

import org.jspecify.annotations.NullMarked;
