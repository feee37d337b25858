package org.portaldesk.api.audit.seal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.seal.outside.StoreAccess;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The API's sealer and nothing else of it, as a process that is up in a moment and that a test may
 * kill. No configuration of Spring's, or the API's own tests would find it.
 */
public class SealerProcess {

    private static final Class<?>[] OF_THE_API = {
        SealerProcess.class,
        Database.class,
        SealStore.class,
        PublishedCheckpoints.class,
        Sealer.class
    };

    /** What it says when it has begun. */
    public static final String READY = "sealing";

    private final Environment environment;

    SealerProcess(Environment environment) {
        this.environment = environment;
    }

    /**
     * @param arguments none; what it needs comes from the environment, as for the API
     */
    public static void main(String[] arguments) throws InterruptedException {
        try (var _ = start(System.getenv())) {
            System.out.println(READY);
            Thread.currentThread().join();
        }
    }

    /** The same in this process; to be closed. */
    static ConfigurableApplicationContext start(Map<String, String> environment) {
        var sealer = new AnnotationConfigApplicationContext();
        sealer.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("given", Map.copyOf(environment)));
        sealer.register(OF_THE_API);
        sealer.refresh();
        return sealer;
    }

    @Bean
    ConnectionFactory connections() {
        var options =
                ConnectionFactoryOptions.parse("r2dbc:" + given("PORTAL_DESK_DATABASE_URL"))
                        .mutate()
                        .option(
                                ConnectionFactoryOptions.USER,
                                given("PORTAL_DESK_DATABASE_USERNAME"))
                        .option(
                                ConnectionFactoryOptions.PASSWORD,
                                given("PORTAL_DESK_DATABASE_PASSWORD"))
                        .option(Option.valueOf("forceBinary"), true)
                        .build();
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(ConnectionFactories.get(options))
                        .maxSize(2)
                        .build());
    }

    @Bean
    TransactionalOperator transactions(ConnectionFactory connections) {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    SealSettings settings() {
        return new SealSettings(
                given("PORTAL_DESK_SEAL_KEY"),
                given("PORTAL_DESK_SEAL_KEY_NAME"),
                List.of(),
                given("PORTAL_DESK_CHECKPOINTS"),
                StoreAccess.of(access()),
                "portal-desk/audit");
    }

    private Map<String, String> access() {
        return Stream.of("ENDPOINT", "REGION", "PATH_STYLE", "ACCESS_KEY", "SECRET_KEY")
                .map("PORTAL_DESK_CHECKPOINTS_"::concat)
                .filter(environment::containsProperty)
                .collect(Collectors.toMap(name -> name, this::given));
    }

    private String given(String name) {
        return environment.getRequiredProperty(name);
    }
}
