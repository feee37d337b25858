package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.result.DisclosureCaseApi;
import org.portaldesk.contract.result.Result.Seen;
import org.portaldesk.contract.result.Result.Value;
import reactor.core.publisher.Mono;

/** One result that was retracted after a patient and a parent had seen it. */
public final class Disclosures implements DisclosureCaseApi {

    private static final UUID ID = new UUID(8, 41);

    private final Desk desk;

    Disclosures(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Page<DisclosureCase>> list(
            DisclosureCase.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return desk.read(
                "disclosures " + state,
                () ->
                        state == DisclosureCase.State.CLOSED
                                ? new Page<>(List.of(), null)
                                : new Page<>(List.of(one(null)), null));
    }

    @Override
    public Mono<DisclosureCase> close(UUID id, Close close) {
        return desk.act("close disclosure: " + close.finding(), () -> one(close));
    }

    private static DisclosureCase one(@Nullable Close close) {
        var now = Instant.now();
        return new DisclosureCase(
                ID,
                Results.BIOPSY,
                Patients.BRUNILDA,
                "Nienow, Brunilda Lucinda",
                "91f3a2c4-0001",
                close == null ? DisclosureCase.State.OPEN : DisclosureCase.State.CLOSED,
                "It belongs to another patient",
                now.minus(Duration.ofHours(3)),
                "Hana Kim",
                List.of(
                        new Seen("Nienow, Brunilda Lucinda", null, now.minus(Duration.ofHours(20))),
                        new Seen("Nienow, Ada", new UUID(8, 3), now.minus(Duration.ofHours(5)))),
                new DisclosureCase.Content(
                        "Lipid panel",
                        "final",
                        now.minus(Duration.ofDays(1)),
                        "Within limits",
                        List.of(new Value("Cholesterol", "171", "mg/dL"))),
                close == null ? null : close.finding(),
                close == null ? null : close.worksheet(),
                close == null ? null : "Priya Nair",
                close == null ? null : now);
    }
}
