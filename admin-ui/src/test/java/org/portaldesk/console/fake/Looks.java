package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.privacy.WatchCase.Finding;
import org.portaldesk.contract.privacy.WatchCase.Rule;
import org.portaldesk.contract.privacy.WatchCase.State;
import org.portaldesk.contract.privacy.WatchCaseApi;
import reactor.core.publisher.Mono;

/** Looks that somebody should ask about: three open, one judged. */
public final class Looks implements WatchCaseApi {

    private final Desk desk;
    private volatile boolean none;

    Looks(Desk desk) {
        this.desk = desk;
    }

    public void reset() {
        none = false;
    }

    /** Nobody looked at what they should not. */
    public void none() {
        none = true;
    }

    @Override
    public Mono<Page<WatchCase>> list(
            @Nullable State state, @Nullable String cursor, @Nullable Integer limit) {
        return desk.read("looks " + state, () -> new Page<>(none ? List.of() : of(state), null));
    }

    private static List<WatchCase> of(@Nullable State state) {
        return List.of(surname(null, null), volume(), glass(), judged()).stream()
                .filter(one -> state == null || one.state() == state)
                .toList();
    }

    @Override
    public Mono<WatchCase> close(UUID id, Close close) {
        return desk.act(
                "close look as " + close.finding() + ": " + close.note(),
                () -> surname(close.finding(), close.note()));
    }

    private static WatchCase surname(@Nullable Finding finding, @Nullable String note) {
        return look(
                1,
                Rule.SAME_SURNAME,
                "Kai Boyle",
                Patients.CIERA,
                "Boyle, Ciera",
                null,
                finding,
                note);
    }

    private static WatchCase volume() {
        return look(2, Rule.VOLUME, "Ines Prado", null, null, 164, null, null);
    }

    private static WatchCase glass() {
        return look(
                4,
                Rule.BROKEN_GLASS,
                "Omar Reyes",
                Patients.DARIUS,
                "Hand, Darius",
                null,
                null,
                null);
    }

    private static WatchCase judged() {
        return look(
                3,
                Rule.COLLEAGUE,
                "Hana Kim",
                Patients.BRUNILDA,
                "Nienow, Brunilda Lucinda",
                null,
                Finding.NOT_JUSTIFIED,
                "She was curious. Her supervisor has spoken with her.");
    }

    private static WatchCase look(
            int number,
            Rule rule,
            String actor,
            @Nullable UUID patient,
            @Nullable String patientName,
            @Nullable Integer patients,
            @Nullable Finding finding,
            @Nullable String note) {
        var at = Instant.now().minus(Duration.ofHours(3L * number));
        return new WatchCase(
                new UUID(6, number),
                rule,
                "Why, in English.",
                "actor-" + number,
                actor,
                patient,
                patientName,
                patient == null ? null : "c07a6f3b-a002",
                new UUID(1, 60),
                at,
                patients,
                rule == Rule.BROKEN_GLASS ? "EMERGENCY: he has collapsed" : null,
                finding == null ? State.OPEN : State.CLOSED,
                at.plusSeconds(5),
                finding,
                note,
                finding == null ? null : "Mara Quist",
                finding == null ? null : Instant.now());
    }
}
