package org.portaldesk.api.proxy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.policy.Policies;
import org.portaldesk.api.proxy.store.AgeOutRows;
import org.portaldesk.api.proxy.store.AgeOutRows.Ahead;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.policy.AccessPolicy;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.proxy.AgeOut;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What birthdays will do to grants, by the policy that will count on each of them. */
@Component
public class AgeOuts {

    private final AgeOutRows rows;
    private final Policies policies;
    private final Facility facility;

    AgeOuts(AgeOutRows rows, Policies policies, Facility facility) {
        this.rows = rows;
        this.policies = policies;
        this.facility = facility;
    }

    /**
     * Grants that will change, the soonest first.
     *
     * @param exceptions only those that somebody must look at
     */
    public Mono<Page<AgeOut>> within(
            Caller caller,
            int days,
            boolean exceptions,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 2);
        return rows.within(
                        caller,
                        days,
                        last == null ? null : day(last),
                        last == null ? null : last.uuid(1),
                        Cursor.rowsFor(limit),
                        exceptions)
                .map(found -> Cursor.page(found, limit, AgeOuts::key))
                .zipWith(policies.list())
                .map(both -> changes(both.getT1(), both.getT2().items()));
    }

    private static Cursor key(Ahead ahead) {
        return Cursor.of(ahead.on(), ahead.grantId());
    }

    private static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.parts().getFirst());
        } catch (DateTimeException foreign) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }

    private Page<AgeOut> changes(Page<Ahead> page, List<AccessPolicy> policies) {
        var changes = new ArrayList<AgeOut>();
        for (var ahead : page.items()) {
            var change = change(ahead, policies);
            if (change.from() != change.to() || !change.loses().isEmpty()) {
                changes.add(change);
            }
        }
        return new Page<>(changes, page.next());
    }

    private AgeOut change(Ahead ahead, List<AccessPolicy> policies) {
        var zone = facility.zone();
        var at = ahead.on().atStartOfDay(zone).toInstant();
        var before = at.minusNanos(1_000);
        var from = ahead.terms().at(before, zone, rulesAt(before, policies));
        var to = ahead.terms().at(at, zone, rulesAt(at, policies));
        return new AgeOut(
                ahead.grantId(),
                ahead.patientId(),
                ahead.patientName(),
                ahead.terms().birthDate(),
                ahead.proxyName(),
                ahead.on(),
                ahead.reachesAge(),
                from.accessClass(),
                to.accessClass(),
                lost(from.areas(), to.areas()),
                ahead.ownAccount(),
                ahead.noticedAt(),
                ahead.exceptions());
    }

    private static PolicyRules rulesAt(Instant moment, List<AccessPolicy> policies) {
        return policies.stream()
                .filter(policy -> policy.state() == AccessPolicy.State.APPROVED)
                .filter(policy -> !from(policy).isAfter(moment))
                .max(Comparator.comparing(AgeOuts::from))
                .orElseThrow()
                .rules();
    }

    private static Instant from(AccessPolicy policy) {
        var from = policy.effectiveFrom();
        return from == null ? Instant.MAX : from;
    }

    /** The areas in which the second gives less. */
    static List<Area> lost(Map<Area, AreaAccess> from, Map<Area, AreaAccess> to) {
        return from.entrySet().stream()
                .filter(
                        held ->
                                to.getOrDefault(held.getKey(), AreaAccess.NONE)
                                                .compareTo(held.getValue())
                                        < 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
