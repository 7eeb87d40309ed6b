/**
 * The OpenID provider with its demo users, in the place of Cognito.
 */
@NullMarked
package io.safelight.cloud.identity;

import org.jspecify.annotations.NullMarked;
