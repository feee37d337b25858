package org.portaldesk.api.draft;

import java.time.Duration;
import org.portaldesk.api.platform.EndlessRounds;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.problem.FailureLog;
import org.portaldesk.api.platform.web.RequestId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes drafts that nobody gets any more, a thousand at a time. */
@Component
class DraftSweep extends EndlessRounds {

    private static final Duration PACE = Duration.ofMinutes(10);
    private static final int AT_A_TIME = 1000;

    private final Database database;

    DraftSweep(Database database) {
        super(Duration.ofMinutes(1), PACE);
        this.database = database;
    }

    @Override
    protected Mono<Void> round() {
        return database.statement(DraftSql.SWEEP, AT_A_TIME)
                .then()
                .onErrorResume(
                        failure -> {
                            FailureLog.unexpected(RequestId.fresh(), failure);
                            return Mono.empty();
                        });
    }
}
