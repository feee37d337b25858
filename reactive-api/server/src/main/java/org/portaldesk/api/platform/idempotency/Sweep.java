package org.portaldesk.api.platform.idempotency;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.problem.FailureLog;
import org.portaldesk.api.platform.web.RequestId;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes answers that nobody can ask for any more, a thousand at a time. */
@Component
class Sweep {

    private static final String OLD =
            """
            DELETE FROM idempotent_answer WHERE (actor, key_hash) IN (
                SELECT actor, key_hash FROM idempotent_answer
                WHERE created_at < clock_timestamp() - interval '25 hours' LIMIT $1)
            """;

    private final Database database;
    private Disposable running = Disposables.disposed();

    Sweep(Database database) {
        this.database = database;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        running =
                Flux.interval(Duration.ofMinutes(1), Duration.ofMinutes(10))
                        .onBackpressureDrop()
                        .concatMap(_ -> sweep())
                        .subscribe();
    }

    @PreDestroy
    void stop() {
        running.dispose();
    }

    private Mono<Long> sweep() {
        return database.statement(OLD, 1000)
                .fetch()
                .rowsUpdated()
                .onErrorResume(
                        failure -> {
                            FailureLog.unexpected(RequestId.fresh(), failure);
                            return Mono.empty();
                        });
    }
}
