/**
 * What a user is told while they look at a page: server-sent events that go on where they
 * stopped.
 */
@NullMarked
package io.safelight.service.live;

import org.jspecify.annotations.NullMarked;
