package org.portaldesk.api.result.store;

import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.database.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What happens by itself. Each method does some of it and tells how much; fewer than asked: all.
 */
@Component
public class RoundRows {

    private final Database database;
    private final String zone;

    RoundRows(Database database, Facility facility) {
        this.database = database;
        this.zone = facility.zone().getId();
    }

    /** Writes down that holds have ended. */
    public Mono<Integer> endHolds(Caller system, int most) {
        return done(RoundSql.HOLDS_ENDED, system.asJson(), most);
    }

    /** Writes down that delays have ended and let results go. */
    public Mono<Integer> endDelays(Caller system, int most) {
        return done(RoundSql.DELAYS_ENDED, system.asJson(), most);
    }

    /** Finds who is to be told of what is new. */
    public Mono<Integer> takeNews(Caller system, int most) {
        return done(RoundSql.NEWS_TAKEN, system.asJson(), zone, most);
    }

    /** Tells them, nobody twice in an hour. */
    public Mono<Integer> tellNews(Caller system, int most) {
        return done(RoundSql.NEWS_TOLD, system.asJson(), most);
    }

    private Mono<Integer> done(String sql, Object... values) {
        return database.statement(sql, values)
                .map((row, _) -> row.get("done", Integer.class))
                .one()
                .defaultIfEmpty(0);
    }
}
