package org.portaldesk.console.gateway;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the API is.
 *
 * @param url its base, without a path
 * @param connectTimeout how long to wait for a connection
 * @param timeout how long to wait for an answer; a batch of letters takes the longest
 */
@Validated
@ConfigurationProperties("portal-desk.api")
record ApiSettings(
        @NotNull URI url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("30s") Duration timeout) {}
