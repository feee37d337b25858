package org.portaldesk.api.activation;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pace of refusals. */
@Configuration(proxyBeanMethods = false)
class EvenPaceConfiguration {

    /** Far more than a refusal's work, so that hardly one falls into the next step. */
    private static final Duration STEP = Duration.ofMillis(500);

    @Bean
    EvenPace evenPace() {
        return new EvenPace(STEP);
    }
}
