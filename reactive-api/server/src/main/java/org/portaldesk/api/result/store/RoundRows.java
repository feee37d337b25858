package org.portaldesk.api.result.store;

import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.database.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What happens by itself. Each method does some of it and tells whether there may be more. */
@Component
public class RoundRows {

    private final Database database;
    private final String zone;

    RoundRows(Database database, Facility facility) {
        this.database = database;
        this.zone = facility.zone().getId();
    }

    /** Writes down that holds have ended. */
    public Mono<Boolean> endHolds(Caller system) {
        return done(RoundSql.HOLDS_ENDED, system.asJson());
    }

    /** Writes down that delays have ended and let results go. */
    public Mono<Boolean> endDelays(Caller system) {
        return done(RoundSql.DELAYS_ENDED, system.asJson());
    }

    /** Finds who is to be told of what is new. */
    public Mono<Boolean> takeNews(Caller system) {
        return done(RoundSql.NEWS_TAKEN, system.asJson(), zone);
    }

    /** Tells them, nobody twice in an hour. */
    public Mono<Boolean> tellNews(Caller system) {
        return done(RoundSql.NEWS_TOLD, system.asJson());
    }

    private Mono<Boolean> done(String sql, Object... values) {
        return database.statement(sql, values)
                .map((row, _) -> row.get("done", Integer.class))
                .one()
                .map(done -> done >= RoundSql.AT_ONCE)
                .defaultIfEmpty(false);
    }
}
