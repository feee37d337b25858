package org.portaldesk.api.work;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.work.ForecastApi.Backlog;
import org.portaldesk.contract.work.ForecastApi.Forecast;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How all queues stand, and what will breach its promise before the desk closes. */
@Component
public class Forecasts {

    private static final String NOW = "SELECT statement_timestamp() AS now WHERE $1::boolean";

    private final Database database;
    private final List<Backlogs> queues;

    Forecasts(Database database, List<Backlogs> queues) {
        this.database = database;
        this.queues = List.copyOf(queues);
    }

    /** At this moment, by the database's clock. */
    public Mono<Forecast> now() {
        return database.statement(NOW, true)
                .map((row, _) -> Objects.requireNonNull(row.get("now", Instant.class)))
                .one()
                .flatMap(
                        now ->
                                Flux.fromIterable(queues)
                                        .concatMap(queue -> queue.at(now))
                                        .sort((a, b) -> a.queue().compareTo(b.queue()))
                                        .collectList()
                                        .map((List<Backlog> found) -> new Forecast(now, found)));
    }
}
