package org.portaldesk.api.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.portaldesk.local.backing.Postgres;

/**
 * Writes to the record without a pause, as the API's role: transactions that stay open for a while
 * and commit out of order, and some that come to nothing.
 */
final class RecordLoad implements AutoCloseable {

    private static final int WRITERS = 8;

    private static final String WRITE =
            """
            INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, object_id)
            SELECT 'load', 'load', 'load', '{}', gen_random_uuid()::text, 'LOAD_ADDED', 'DONE', n::text
            FROM generate_series(1, ?) AS n
            """;

    private final Postgres postgres;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Long>> writers = new ArrayList<>();
    private volatile boolean over;

    private RecordLoad(Postgres postgres) {
        this.postgres = postgres;
    }

    static RecordLoad on(Postgres postgres) {
        var load = new RecordLoad(postgres);
        for (var writer = 0; writer < WRITERS; writer++) {
            load.writers.add(load.threads.submit(load::write));
        }
        return load;
    }

    /** Ends the load; answers how many events it has committed. */
    long end() throws InterruptedException, ExecutionException {
        over = true;
        var events = 0L;
        for (var writer : writers) {
            events += writer.get();
        }
        return events;
    }

    @Override
    public void close() {
        over = true;
        threads.close();
    }

    private long write() throws SQLException, InterruptedException {
        var events = 0L;
        try (var database = postgres.connect("portaldesk", postgres.api())) {
            database.setAutoCommit(false);
            while (!over) {
                events += transaction(database);
                Thread.sleep(50);
            }
        }
        return events;
    }

    private static int transaction(Connection database) throws SQLException, InterruptedException {
        var random = ThreadLocalRandom.current();
        var events = 0;
        try (var statement = database.prepareStatement(WRITE)) {
            for (var part = random.nextInt(1, 4); part > 0; part--) {
                statement.setInt(1, random.nextInt(1, 20));
                events += statement.executeUpdate();
                Thread.sleep(random.nextInt(60));
            }
        }
        if (random.nextInt(10) == 0) {
            database.rollback();
            return 0;
        }
        database.commit();
        return events;
    }
}
