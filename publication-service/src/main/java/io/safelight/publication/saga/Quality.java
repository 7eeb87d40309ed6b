package io.safelight.publication.saga;

/**
 * How good a picture is technically, each from 0 to 100.
 *
 * @param brightness how bright
 * @param sharpness how sharp
 * @param contrast how contrasty
 */
public record Quality(double brightness, double sharpness, double contrast) {
}
