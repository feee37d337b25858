package org.portaldesk.api.audit.seal;

import org.portaldesk.api.platform.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The sealer as a process of its own: it alone holds the key, and its login in the database can
 * read the record and add checkpoints, nothing else. As many may run as one likes; one at a time
 * seals. Its settings are in {@code seal.yml}.
 */
@ImportAutoConfiguration({
    R2dbcAutoConfiguration.class,
    R2dbcTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@EnableConfigurationProperties(CheckpointSettings.class)
@Import({Database.class, SealStore.class, PublishedCheckpoints.class, Sealer.class})
public class SealerProcess {

    /** What its log says when it has begun. */
    public static final String READY = "Sealing the record";

    private static final Logger LOG = LoggerFactory.getLogger(SealerProcess.class);

    /** Not where the API would find it: it has no such settings. */
    @Bean
    static SealingSettings settings(Environment environment) {
        return Binder.get(environment).bind("portal-desk.sealing", SealingSettings.class).get();
    }

    /** Seals until the process is told to end. */
    public static void run() {
        start();
        LOG.info(READY);
    }

    /**
     * Begins to seal; closing ends it.
     *
     * @param settings {@code --NAME=value}, above the environment
     */
    public static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(SealerProcess.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=seal", "spring.main.keep-alive=true")
                .run(settings);
    }
}
