package io.safelight.search;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the index is kept.
 *
 * @param indexDir where the index is; it can always be made anew from the table
 * @param poll how often the index looks for what the queue has brought
 * @param sweepInterval how often it looks through the table's changes for what a crash or
 * another instance left behind
 * @param overlap how far back a sweep looks again: longer than a commit takes and the
 * table's index lags, together
 * @param farInterval how often a sweep looks back further
 * @param farOverlap how far back that is: longer than the clocks of two instances differ
 * @param commitInterval how often the index is made durable
 * @param compareInterval how often the whole table is compared with the index, which
 * finds what a clock that was quite wrong has hidden from the sweeps
 */
@ConfigurationProperties("safelight.search")
record SearchProperties(Path indexDir, @DefaultValue("100ms") Duration poll, @DefaultValue("5s") Duration sweepInterval,
		@DefaultValue("30s") Duration overlap, @DefaultValue("1m") Duration farInterval,
		@DefaultValue("12m") Duration farOverlap, @DefaultValue("10s") Duration commitInterval,
		@DefaultValue("6h") Duration compareInterval) {
}
