package org.portaldesk.api.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;

/**
 * Brings the schema up to date, as its owner, and ends. It runs before the API: at each start of
 * the system, and after a restore. Its settings are in {@code migrate.yml}.
 */
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
public class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    /**
     * Returns when every migration of this jar is in the database. Where several processes do this,
     * they wait for each other.
     *
     * @param settings {@code --NAME=value}, above the environment
     */
    public static void run(String... settings) {
        new SpringApplicationBuilder(Migration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=migrate")
                .run(settings)
                .close();
        LOG.info("The schema is up to date");
    }
}
