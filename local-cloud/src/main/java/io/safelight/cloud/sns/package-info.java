/**
 * SNS: topics, subscriptions, filters and delivery to SQS queues.
 */
@NullMarked
package io.safelight.cloud.sns;

import org.jspecify.annotations.NullMarked;
