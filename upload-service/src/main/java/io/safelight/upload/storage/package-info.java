/**
 * The quarantine bucket in S3.
 */
@NullMarked
package io.safelight.upload.storage;

import org.jspecify.annotations.NullMarked;
