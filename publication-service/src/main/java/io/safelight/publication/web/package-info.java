/**
 * What people can see of publications, and decide.
 */
@NullMarked
package io.safelight.publication.web;

import org.jspecify.annotations.NullMarked;
