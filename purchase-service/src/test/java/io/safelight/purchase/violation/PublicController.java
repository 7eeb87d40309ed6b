package io.safelight.purchase.violation;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RestController;

/**
 * A controller that everybody sees; never active.
 */
@RestController
@Profile("never")
public class PublicController {

}
