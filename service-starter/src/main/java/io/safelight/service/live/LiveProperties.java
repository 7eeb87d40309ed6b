package io.safelight.service.live;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How users are told live.
 *
 * @param poll how often a stream looks for new events
 * @param heartbeat how often a stream says that it is still there; less than anybody on
 * the way waits
 * @param recent how far each look goes back behind the newest event that was told
 * @param overlap how far back the first look goes, and one with each heartbeat: an event
 * may be seen so much later than it was recorded, by a slow commit or a clock that is
 * behind
 * @param memory how long a client may have been away and still be told all that it
 * missed; after that it is told to read everything anew
 * @param perUser how many streams one user may have
 * @param perInstance how many streams there may be
 */
@ConfigurationProperties("safelight.live")
record LiveProperties(@DefaultValue("1s") Duration poll, @DefaultValue("10s") Duration heartbeat,
		@DefaultValue("5s") Duration recent, @DefaultValue("2m") Duration overlap, @DefaultValue("10m") Duration memory,
		@DefaultValue("12") int perUser, @DefaultValue("200") int perInstance) {
}
