package io.safelight.gateway.site;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the site in the browser has to know of this installation. Nothing here is secret.
 *
 * @param issuer the identity provider, where people sign in
 * @param storage the origin of the addresses that uploads are put to
 * @param clientId as whom the site asks people to sign in
 */
@ConfigurationProperties("safelight.gateway.site")
record SiteProperties(String issuer, String storage, @DefaultValue("safelight-web") String clientId) {

}
