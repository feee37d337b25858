package org.portaldesk.api.result.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ResultApi.ConsentToResult;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.portaldesk.contract.result.ResultApi.ReviewHold;
import org.portaldesk.contract.result.ResultApi.TagResult;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The acts on results. Each is one statement with its event; false when the result or its hold has
 * changed since it was judged.
 */
@Component
public class ReleaseRows {

    private final Database database;
    private final JsonMapper json;

    ReleaseRows(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public Mono<Boolean> release(Caller caller, Result judged) {
        return done(ReleaseSql.RELEASE, caller.asJson(), judged.id(), judged.version());
    }

    public Mono<Boolean> hold(Caller caller, Result judged, PlaceHold hold) {
        return done(
                ReleaseSql.HOLD,
                caller.asJson(),
                judged.id(),
                judged.version(),
                json.writeValueAsString(hold));
    }

    public Mono<Boolean> endHold(Caller caller, Result judged, UUID hold, @Nullable String reason) {
        return done(
                ReleaseSql.END_HOLD,
                caller.asJson(),
                judged.id(),
                judged.version(),
                hold,
                Database.nullable(reason, String.class));
    }

    public Mono<Boolean> confirm(Caller caller, Result judged, UUID hold) {
        return done(ReleaseSql.CONFIRM, caller.asJson(), judged.id(), judged.version(), hold);
    }

    public Mono<Boolean> review(Caller caller, Result judged, UUID hold, ReviewHold review) {
        return done(
                ReleaseSql.REVIEW,
                caller.asJson(),
                judged.id(),
                judged.version(),
                hold,
                review.outcome().name(),
                review.note().strip());
    }

    public Mono<Boolean> retract(Caller caller, Result judged, String reason) {
        return done(ReleaseSql.RETRACT, caller.asJson(), judged.id(), judged.version(), reason);
    }

    public Mono<Boolean> tag(Caller caller, Result judged, TagResult tag) {
        return done(
                SensitivitySql.TAG,
                caller.asJson(),
                judged.id(),
                judged.version(),
                tag.tag().name(),
                tag.sensitive(),
                tag.reason().strip());
    }

    public Mono<Boolean> consent(Caller caller, Result judged, ConsentToResult consent) {
        return done(
                SensitivitySql.CONSENT,
                caller.asJson(),
                judged.id(),
                judged.version(),
                consent.grantId(),
                consent.given(),
                consent.reason().strip());
    }

    private Mono<Boolean> done(String sql, Object... values) {
        return database.statement(sql, values).map((row, _) -> true).one().defaultIfEmpty(false);
    }
}
