/**
 * What this service says and what it reads of others' messages; plain records.
 */
@NullMarked
package io.safelight.upload.message;

import org.jspecify.annotations.NullMarked;
