package org.portaldesk.api.platform.database;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Constant SQL with {@code $1} parameters. Spring's named parameters are off: they would make a new
 * text, and so a new prepared statement, for each call.
 */
@Component
public class Database {

    private final DatabaseClient client;

    Database(ConnectionFactory connections) {
        client =
                DatabaseClient.builder()
                        .connectionFactory(connections)
                        .namedParameters(false)
                        .build();
    }

    /**
     * One statement with its parameters in order.
     *
     * @param values none is null: a parameter that may be absent goes through {@link #nullable}
     */
    public DatabaseClient.GenericExecuteSpec statement(String sql, Object... values) {
        return client.sql(sql).bindValues(List.of(values));
    }

    /**
     * A parameter that may be absent; the type keeps the statement's prepared form the same either
     * way.
     */
    public static Object nullable(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : value;
    }
}
