package org.portaldesk.api.platform;

import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The hospital.
 *
 * @param zone where birthdays begin and offices open
 * @param portalUrl the public base of the portal's pages, without a slash at the end
 */
@ConfigurationProperties("portal-desk.facility")
public record Facility(String name, ZoneId zone, URI portalUrl) {}
