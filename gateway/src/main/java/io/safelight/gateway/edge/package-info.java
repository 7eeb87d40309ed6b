/**
 * What holds for every request at the entrance: identity, headers, rates.
 */
@NullMarked
package io.safelight.gateway.edge;

import org.jspecify.annotations.NullMarked;
