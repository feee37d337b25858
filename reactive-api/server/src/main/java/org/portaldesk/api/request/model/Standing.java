package org.portaldesk.api.request.model;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.problem.Problem;

/**
 * A request as a decision on an act finds it.
 *
 * @param claim absent when nobody holds it
 * @param now by the database's clock
 */
public record Standing(
        UUID id,
        String reference,
        RequestLife life,
        @Nullable Claim claim,
        Instant targetAt,
        Instant dueAt,
        int version,
        Instant now) {

    /** Who holds it. */
    public record Claim(String holder, String name, Instant since, Instant until) {}

    /** Whether an act may be done. */
    public sealed interface Verdict {

        /**
         * @param to where it leads
         */
        record May(RequestLife to) implements Verdict {}

        /** Somebody else holds it. */
        record Held(Problem.Claim claim) implements Verdict {}

        /** Not in this state. */
        record NotInState(RequestLife life) implements Verdict {}

        /** The caller saw an older version. */
        record Stale() implements Verdict {}
    }

    /**
     * Judges an act.
     *
     * @param seen the version that the caller saw, if they say
     */
    public Verdict on(RequestLife.Act act, String caller, OptionalInt seen) {
        var to = life.after(act, now);
        if (to == null) {
            return new Verdict.NotInState(life);
        }
        if (claim != null && claim.until().isAfter(now) && !claim.holder().equals(caller)) {
            return new Verdict.Held(new Problem.Claim(claim.name(), claim.since(), claim.until()));
        }
        if (seen.isPresent() && seen.getAsInt() != version) {
            return new Verdict.Stale();
        }
        return new Verdict.May(to);
    }
}
