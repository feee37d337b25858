package org.portaldesk.console.fake;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.policy.AccessPolicy;
import org.portaldesk.contract.policy.AgeBand;
import org.portaldesk.contract.policy.PolicyApi;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.policy.PolicySimulationApi;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.PendReason;
import reactor.core.publisher.Mono;

/** What counts, a pattern, and what somebody has proposed. */
public final class AccessPolicies implements PolicyApi, PolicySimulationApi {

    public static final UUID PROPOSED = new UUID(12, 3);
    public static final UUID TO_COME = new UUID(12, 5);

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Desk desk;
    private final List<AccessPolicy> policies = new ArrayList<>();

    AccessPolicies(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        policies.clear();
        policies.add(
                policy(
                        PROPOSED,
                        "Full access under 12, from spring",
                        AccessPolicy.State.PROPOSED,
                        Instant.now().plus(Duration.ofDays(120)),
                        11));
        policies.add(
                policy(
                        new UUID(12, 1),
                        "Full access to 12",
                        AccessPolicy.State.APPROVED,
                        Instant.parse("2000-01-01T05:00:00Z"),
                        12));
        policies.add(
                policy(
                        new UUID(12, 2),
                        "Full access under 12",
                        AccessPolicy.State.PATTERN,
                        null,
                        11));
    }

    /** One that is approved and begins to count in a week. */
    public synchronized void toCome() {
        policies.addFirst(
                policy(
                        TO_COME,
                        "Full access under 12, from next week",
                        AccessPolicy.State.APPROVED,
                        Instant.now().plus(Duration.ofDays(7)),
                        11));
    }

    private static AccessPolicy policy(
            UUID id, String name, AccessPolicy.State state, @Nullable Instant from, int fullTo) {
        var approved = state == AccessPolicy.State.APPROVED;
        return new AccessPolicy(
                id,
                name,
                "default",
                state,
                from,
                approved && from != null && from.isBefore(Instant.now()),
                rules(fullTo),
                approved ? "As shipped" : "Ada Moreau",
                Instant.now().minus(Duration.ofDays(2)),
                approved ? "As shipped" : null,
                approved ? Instant.now().minus(Duration.ofDays(2)) : null,
                null,
                1);
    }

    private static PolicyRules rules(int fullTo) {
        var bands = new ArrayList<AgeBand>();
        bands.add(
                new AgeBand(0, fullTo, false, AccessClass.MINOR_FULL, all(AreaAccess.ACT), false));
        if (fullTo < 12) {
            bands.add(
                    new AgeBand(fullTo + 1, 12, false, AccessClass.MINOR_LIMITED, limited(), true));
        }
        bands.add(new AgeBand(13, 17, true, AccessClass.MINOR_LIMITED, limited(), true));
        bands.add(new AgeBand(18, null, true, AccessClass.NONE, Map.of(), false));
        return new PolicyRules(
                bands,
                all(AreaAccess.ACT),
                EnumSet.allOf(PolicyRules.SensitiveTag.class),
                new PolicyRules.Clocks(
                        4,
                        PolicyRules.Mode.BUSINESS_DAYS,
                        24,
                        48,
                        Set.of(PendReason.WAITING_FOR_REQUESTER)),
                new PolicyRules.Calendar(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(8, 0),
                        LocalTime.of(16, 0),
                        Set.of()));
    }

    private static Map<Area, AreaAccess> all(AreaAccess level) {
        return Map.of(
                Area.RESULTS, level,
                Area.NOTES, level,
                Area.MEDICATIONS, level,
                Area.VISITS, level,
                Area.MESSAGES, level,
                Area.BILLING, level);
    }

    private static Map<Area, AreaAccess> limited() {
        return Map.of(
                Area.VISITS, AreaAccess.ACT,
                Area.MESSAGES, AreaAccess.ACT,
                Area.BILLING, AreaAccess.VIEW);
    }

    @Override
    public Mono<Page<AccessPolicy>> list() {
        return desk.read(
                "policies",
                () -> {
                    synchronized (this) {
                        return new Page<>(policies, null);
                    }
                });
    }

    @Override
    public Mono<AccessPolicy> propose(Propose propose) {
        return desk.act(
                "propose %s with bands %s"
                        .formatted(
                                propose.name(),
                                propose.rules().ageBands().stream()
                                        .map(band -> band.fromAge() + "–" + band.toAge())
                                        .toList()),
                () -> {
                    synchronized (this) {
                        var added =
                                policy(
                                        new UUID(12, 4),
                                        propose.name(),
                                        AccessPolicy.State.PROPOSED,
                                        propose.effectiveFrom().atStartOfDay(ZONE).toInstant(),
                                        12);
                        policies.addFirst(added);
                        return added;
                    }
                });
    }

    @Override
    public Mono<AccessPolicy> approve(UUID id) {
        return desk.act("approve policy", () -> policies.getFirst());
    }

    @Override
    public Mono<AccessPolicy> decline(UUID id) {
        return desk.act("decline policy", () -> policies.getFirst());
    }

    @Override
    public Mono<AccessPolicy> withdraw(UUID id, Withdraw withdraw) {
        return desk.act(
                "withdraw policy because " + withdraw.reason(),
                () ->
                        withdrawal(
                                new AccessPolicy.Withdrawal(
                                        "Ada Moreau",
                                        Instant.now(),
                                        withdraw.reason(),
                                        null,
                                        null)));
    }

    @Override
    public Mono<AccessPolicy> keep(UUID id) {
        return desk.act("keep policy", () -> withdrawal(null));
    }

    private synchronized AccessPolicy withdrawal(AccessPolicy.@Nullable Withdrawal withdrawal) {
        var one = policies.removeFirst();
        var now =
                new AccessPolicy(
                        one.id(),
                        one.name(),
                        one.facility(),
                        one.state(),
                        one.effectiveFrom(),
                        one.inForce(),
                        one.rules(),
                        one.proposedBy(),
                        one.proposedAt(),
                        one.decidedBy(),
                        one.decidedAt(),
                        withdrawal,
                        one.version() + 1);
        policies.addFirst(now);
        return now;
    }

    @Override
    public Mono<Simulation> simulate(UUID id) {
        return desk.read(
                "simulate",
                () ->
                        new Simulation(
                                id,
                                Instant.now(),
                                41,
                                0,
                                2,
                                List.of(
                                        change("Nienow, Tomás", "Nienow, Lena"),
                                        change("Delrío, Adán", "Delrío, Marisol"))));
    }

    private static Change change(String patient, String proxy) {
        return new Change(
                new UUID(9, 1),
                Patients.BRUNILDA,
                patient,
                proxy,
                12,
                AccessClass.MINOR_FULL,
                AccessClass.MINOR_LIMITED,
                List.of(),
                List.of(Area.RESULTS, Area.NOTES, Area.MEDICATIONS, Area.BILLING));
    }
}
