package io.safelight.gateway.site;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Addresses of the site that exist in the browser only: mails link to them, and each is
 * the one page, which finds out for itself what to show.
 */
@Controller
@Hidden
class SiteController {

	@GetMapping({ "/search", "/photos/{id}", "/uploads", "/uploads/", "/uploads/{id}", "/purchases", "/purchases/{id}",
			"/packs", "/packs/{id}", "/pages/{page}", "/sales", "/notifications", "/moderation", "/admin", "/admin/",
			"/admin/{page}", "/admin/{page}/{id}", "/admin/{page}/{id}/preview", "/callback" })
	@PermitAll
	String page() {
		return "forward:/index.html";
	}

}
