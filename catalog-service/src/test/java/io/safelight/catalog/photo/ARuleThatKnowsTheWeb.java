package io.safelight.catalog.photo;

import org.springframework.http.HttpStatus;

/**
 * What the architecture's rules must not let through.
 */
public final class ARuleThatKnowsTheWeb {

	HttpStatus status() {
		return HttpStatus.OK;
	}

}
