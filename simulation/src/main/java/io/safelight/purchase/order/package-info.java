/**
 * What a buyer's browser does about orders, for the simulation.
 */
@NullMarked
package io.safelight.purchase.order;

import org.jspecify.annotations.NullMarked;
