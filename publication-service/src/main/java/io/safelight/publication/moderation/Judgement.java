package io.safelight.publication.moderation;

import io.safelight.publication.saga.Verdict;

/**
 * A verdict with what has to be known of it later.
 *
 * @param verdict what follows
 * @param risk how much speaks against the picture, 0 to 100
 * @param why in words, with the version of the rules
 */
public record Judgement(Verdict verdict, int risk, String why) {
}
