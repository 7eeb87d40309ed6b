package io.safelight.messaging.test;

import java.net.URI;
import java.util.Optional;

/**
 * Where the cloud of the tests answers.
 *
 * @param endpoint the AWS endpoint
 * @param issuer the OpenID provider, if there is one
 */
public record LocalCloud(URI endpoint, Optional<URI> issuer) {
}
