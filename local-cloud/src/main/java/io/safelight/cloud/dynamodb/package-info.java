/**
 * DynamoDB by DynamoDB Local.
 */
@NullMarked
package io.safelight.cloud.dynamodb;

import org.jspecify.annotations.NullMarked;
