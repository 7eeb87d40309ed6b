/**
 * AWS KMS: keys, aliases, data keys, signatures.
 */
@NullMarked
package io.safelight.cloud.kms;

import org.jspecify.annotations.NullMarked;
