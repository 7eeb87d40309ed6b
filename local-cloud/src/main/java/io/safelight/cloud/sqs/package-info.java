/**
 * SQS by ElasticMQ, with the limits of AWS.
 */
@NullMarked
package io.safelight.cloud.sqs;

import org.jspecify.annotations.NullMarked;
