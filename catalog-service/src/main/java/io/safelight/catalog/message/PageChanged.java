package io.safelight.catalog.message;

/**
 * {@code page-changed.v1}: what everybody sees of a page is another version now.
 *
 * @param page its name in the address
 * @param title what its newest version is called
 * @param draft the number of its newest version
 * @param published the number of the version that everybody sees; 0 for none
 * @param changedBy the administrator
 * @param changedAt when
 */
public record PageChanged(String page, String title, int draft, int published, String changedBy, String changedAt) {
}
