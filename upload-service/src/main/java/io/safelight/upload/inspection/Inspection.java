package io.safelight.upload.inspection;

/**
 * What was found when all bytes of a file were read once.
 *
 * @param bytes how many there were
 * @param sha256 their hash, in lower-case hex
 * @param finding what kind of file it is
 */
public record Inspection(long bytes, String sha256, Finding finding) {
}
