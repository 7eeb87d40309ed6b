/**
 * What tests of services share: an AWS account and an OpenID provider of their own, the
 * people and the services around the one that is tested, a clock to be moved, the golden
 * samples of messages, and the rules of every service's inside.
 */
@NullMarked
package io.safelight.messaging.test;

import org.jspecify.annotations.NullMarked;
