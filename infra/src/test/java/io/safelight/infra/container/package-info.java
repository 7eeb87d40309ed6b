/**
 * Images, and how they run on one machine.
 */
package io.safelight.infra.container;
