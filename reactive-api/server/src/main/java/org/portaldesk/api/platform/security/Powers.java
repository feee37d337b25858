package org.portaldesk.api.platform.security;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Stops the start of an API that was handed what it must not have: who takes the API over would
 * have it, too.
 */
@Component
class Powers implements InitializingBean {

    /** Of the migration, and of the sealer. */
    private static final List<String> OTHERS =
            List.of(
                    "PORTAL_DESK_DATABASE_OWNER_PASSWORD",
                    "PORTAL_DESK_SEALER_DATABASE_PASSWORD",
                    "PORTAL_DESK_SEAL_KEY");

    private final Environment environment;

    Powers(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() {
        var held = OTHERS.stream().filter(environment::containsProperty).toList();
        if (!held.isEmpty()) {
            throw new IllegalStateException(
                    "The API must not be given "
                            + String.join(", ", held)
                            + ": the owner's password is for `migrate`, the rest for `seal`");
        }
    }
}
