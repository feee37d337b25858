package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.takeover.TakeoverCase;
import org.portaldesk.contract.takeover.TakeoverCase.Step;
import org.portaldesk.contract.takeover.TakeoverCase.Step.What;
import org.portaldesk.contract.takeover.TakeoverCaseApi;
import reactor.core.publisher.Mono;

/** One account that may be changing hands. */
public final class Cases implements TakeoverCaseApi {

    private static final UUID ID = new UUID(4, 1);

    private final Desk desk;

    Cases(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Page<TakeoverCase>> list(
            TakeoverCase.@Nullable State state, @Nullable String cursor, @Nullable Integer limit) {
        return desk.read(
                "cases " + state,
                () ->
                        state == TakeoverCase.State.CLOSED
                                ? new Page<>(List.of(), null)
                                : new Page<>(List.of(open(null)), null));
    }

    private static TakeoverCase open(@Nullable String note) {
        var now = Instant.now();
        return new TakeoverCase(
                ID,
                Patients.CIERA,
                "Boyle, Ciera",
                "c07a6f3b-a002",
                note == null ? TakeoverCase.State.OPEN : TakeoverCase.State.CLOSED,
                now.minus(Duration.ofHours(2)),
                List.of(
                        new Step(What.CONTACT_CHANGED, now.minus(Duration.ofHours(30))),
                        new Step(What.PASSWORD_RESET, now.minus(Duration.ofHours(26))),
                        new Step(What.SECOND_FACTOR_RESET, now.minus(Duration.ofHours(2)))),
                note == null ? null : "Mara Quist",
                note == null ? null : now,
                note);
    }

    @Override
    public Mono<TakeoverCase> close(UUID id, Close close) {
        return desk.act("close case: " + close.note(), () -> open(close.note()));
    }
}
