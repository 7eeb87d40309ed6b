/**
 * S3 by S3Mock, streamed.
 */
@NullMarked
package io.safelight.cloud.s3;

import org.jspecify.annotations.NullMarked;
