package org.portaldesk.api.activation;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Refusals of codes that need not be waited for half a second. That their time tells nothing is for
 * {@code RefusalTimingIT} to say, at the real pace.
 */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPace {

    @Bean
    @ConditionalOnProperty(name = "test.real-pace", matchIfMissing = true, havingValue = "false")
    @Primary
    EvenPace quickPace() {
        return new EvenPace(Duration.ofMillis(10));
    }
}
