/**
 * What a buyer's browser does about links, for the simulation.
 */
@NullMarked
package io.safelight.purchase.link;

import org.jspecify.annotations.NullMarked;
