package io.safelight.catalog;

/**
 * A class of a service, which no other may use.
 */
public record Picture(String title) {
}
