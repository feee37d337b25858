package org.portaldesk.api.proxy.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.proxy.Deviation;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.Relationship;

/**
 * A request as a decision on an act finds it.
 *
 * @param claim absent when nobody holds it
 * @param patient on record; absent while no record is chosen
 * @param chosen what the approval chooses
 * @param callerIsRelated whether the caller is, or lives with, one of its people
 * @param proposal of the first person, while a second one is waited for
 * @param now by the database's clock
 */
public record ReviewCase(
        UUID id,
        ReviewLife life,
        ProxyKind kind,
        Relationship relationship,
        @Nullable Claim claim,
        ReviewPromise promise,
        @Nullable OnRecord patient,
        Chosen chosen,
        Papers papers,
        String recordedBy,
        @Nullable String proposedBy,
        @Nullable Proposal proposal,
        @Nullable Decided decided,
        boolean callerIsRelated,
        boolean blocked,
        int version,
        Instant now) {

    /** Who holds it. */
    public record Claim(String holder, String name, Instant since, Instant until) {}

    /** Whose record. */
    public record OnRecord(UUID id, LocalDate birthDate, boolean deceased) {}

    /**
     * What an approval chooses that the request leaves open.
     *
     * @param deviations where that leaves what was asked for
     * @param proxyIsKnown whether the record that is named for the proxy exists, if one is
     * @param proxyIsAsker whether the proxy is whoever asked, signed in at the portal
     */
    public record Chosen(Set<Deviation> deviations, boolean proxyIsKnown, boolean proxyIsAsker) {}

    /**
     * @param sha256 of what a decision must have seen; absent without documents
     */
    public record Papers(Set<UUID> documents, @Nullable String sha256) {}

    /** Who decided it, and when. */
    public record Decided(String by, Instant at) {}

    /** Whether an act may be done, as far as state, claim and version go. */
    public sealed interface Verdict {

        /**
         * @param to where it leads
         */
        record May(ReviewLife to) implements Verdict {}

        /** Somebody else holds it. */
        record Held(Problem.Claim claim) implements Verdict {}

        /** Somebody has decided it. */
        record Over(Decided decided) implements Verdict {}

        /** Not in this state. */
        record NotInState() implements Verdict {}

        /** The caller saw an older version. */
        record Stale() implements Verdict {}
    }

    /**
     * Judges an act.
     *
     * @param seen the version that the caller saw, if they say
     * @param pauses whether the reason for putting it aside stops the clock
     */
    public Verdict on(ReviewLife.Act act, String caller, OptionalInt seen, boolean pauses) {
        if (decided != null) {
            return new Verdict.Over(decided);
        }
        var to = life.after(act, now, pauses);
        if (to == null) {
            return new Verdict.NotInState();
        }
        if (act != ReviewLife.Act.REASSIGN && isAnothers(caller)) {
            var held = Objects.requireNonNull(claim);
            return new Verdict.Held(new Problem.Claim(held.name(), held.since(), held.until()));
        }
        if (seen.isPresent() && seen.getAsInt() != version) {
            return new Verdict.Stale();
        }
        return new Verdict.May(to);
    }

    private boolean isAnothers(String caller) {
        return claim != null && claim.until().isAfter(now) && !claim.holder().equals(caller);
    }
}
