/**
 * What a month in an AWS account costs, from calls that were counted.
 */
@NullMarked
package io.safelight.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
