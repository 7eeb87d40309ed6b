package io.safelight.gateway.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the site where it is, so that the same files serve every installation.
 */
@RestController
@Hidden
class SiteConfigController {

	private final SiteConfig config;

	SiteConfigController(SiteProperties properties) {
		this.config = new SiteConfig(properties.issuer(), properties.clientId());
	}

	@GetMapping("/site.json")
	@PermitAll
	ResponseEntity<SiteConfig> config() {
		return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(this.config);
	}

	record SiteConfig(String issuer, @JsonProperty("client_id") String clientId) {
	}

}
