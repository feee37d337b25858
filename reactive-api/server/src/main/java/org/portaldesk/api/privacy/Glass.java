package org.portaldesk.api.privacy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Audit;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.privacy.model.Thing;
import org.portaldesk.api.privacy.store.GlassRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.privacy.Restriction;
import org.portaldesk.contract.privacy.RestrictionApi.BreakGlass;
import org.portaldesk.contract.privacy.RestrictionApi.BrokenGlass;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps restricted records from curious eyes: behind glass that anybody can break who has a reason,
 * never without its being seen.
 *
 * <p>Who is restricted is known in memory, a second old at most, so that a call about anybody else
 * costs nothing; for the few who are, the database is asked each time.
 *
 * @see "docs/decisions/0097-glass.md"
 */
@Component
public class Glass {

    private static final Setting<Integer> MINUTES =
            Setting.number("privacy.glass-minutes", 60, 5, 720);

    private final GlassRows rows;
    private final Audit audit;
    private final Policy policy;
    private volatile @Nullable Set<UUID> restricted;

    Glass(GlassRows rows, Audit audit, Policy policy) {
        this.rows = rows;
        this.audit = audit;
        this.policy = policy;
    }

    /**
     * Whose record keeps a caller from a thing, if any does; their trying is on record then.
     *
     * @param thing what the id names
     */
    public Mono<UUID> standsBefore(Caller caller, Thing thing, UUID id) {
        var known = restricted;
        if (caller.may(Permission.RESTRICT_RECORDS)
                || known != null && !mayStand(known, thing, id)) {
            return Mono.empty();
        }
        return rows.closed(caller, thing, id)
                .delayUntil(patient -> withheld(caller, patient, thing, id));
    }

    /** Fails with the problem for a restricted record where one stands before this patient. */
    public Mono<Void> demandOpen(Caller caller, UUID patient) {
        return standsBefore(caller, Thing.PATIENT, patient)
                .flatMap(closed -> Mono.error(ProblemException.restricted(closed)));
    }

    /** Only a patient's own id tells without a query that they are not restricted. */
    private static boolean mayStand(Set<UUID> known, Thing thing, UUID id) {
        return thing == Thing.PATIENT ? known.contains(id) : !known.isEmpty();
    }

    private Mono<Void> withheld(Caller caller, UUID patient, Thing thing, UUID id) {
        return audit.refused(
                caller,
                "RECORD_WITHHELD",
                patient,
                thing.name().toLowerCase(Locale.ROOT),
                id.toString(),
                "RESTRICTED");
    }

    /**
     * Those restricted last first.
     *
     * @param patient only this one
     */
    public Mono<Page<Restriction>> list(
            Caller caller,
            @Nullable UUID patient,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 2);
        return rows.list(
                        caller,
                        patient,
                        last == null ? null : last.instant(0),
                        last == null ? null : last.uuid(1),
                        Cursor.rowsFor(limit))
                .map(
                        found ->
                                Cursor.page(
                                        found,
                                        limit,
                                        one -> Cursor.of(one.since(), one.patientId())));
    }

    /** Nothing for an unknown patient, an empty one when the record is restricted already. */
    public Mono<Optional<Restriction>> restrict(Caller caller, UUID patient, String reason) {
        return rows.restrict(caller, patient, reason.strip()).doOnNext(_ -> hold(patient));
    }

    /** Nothing for an unknown patient, an empty one when there is no restriction. */
    public Mono<Optional<Restriction>> lift(Caller caller, UUID patient, String reason) {
        return rows.lift(caller, patient, reason.strip());
    }

    /** Nothing for an unknown patient, an empty one when the record is not restricted. */
    public Mono<Optional<BrokenGlass>> breakGlass(Caller caller, UUID patient, BreakGlass why) {
        return policy.inForce()
                .map(settings -> settings.get(MINUTES))
                .flatMap(minutes -> rows.breakGlass(caller, patient, why, minutes));
    }

    /** Learns who is restricted now. */
    Mono<Void> look() {
        return rows.known().doOnNext(known -> restricted = known).then();
    }

    private void hold(UUID patient) {
        var known = restricted;
        if (known != null) {
            restricted =
                    Stream.concat(known.stream(), Stream.of(patient))
                            .collect(Collectors.toUnmodifiableSet());
        }
    }
}
