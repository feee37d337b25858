package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.AgeOut;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.PatientProxies;
import org.portaldesk.contract.proxy.ProxyApi;
import org.portaldesk.contract.proxy.ProxyBlock;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.portaldesk.contract.proxy.Relationship;
import reactor.core.publisher.Mono;

/** Who sees Brunilda's record, whom she sees, who never may, and birthdays ahead. */
public final class Grants implements ProxyApi {

    private static final Map<Area, AreaAccess> SOME =
            Map.of(
                    Area.RESULTS, AreaAccess.VIEW,
                    Area.VISITS, AreaAccess.ACT,
                    Area.MESSAGES, AreaAccess.ACT);

    private final Desk desk;
    private final List<ProxyGrant> seenBy = new ArrayList<>();
    private final List<ProxyBlock> blocks = new ArrayList<>();
    private volatile boolean ahead = true;

    Grants(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        ahead = true;
        seenBy.clear();
        blocks.clear();
        seenBy.add(
                grant(
                        1,
                        "Nienow, Lena",
                        Relationship.SPOUSE,
                        ProxyGrant.State.ACTIVE,
                        AccessClass.ADULT,
                        null));
        seenBy.add(
                grant(
                        2,
                        "Boyle, Ciera",
                        Relationship.CAREGIVER,
                        ProxyGrant.State.PENDING_CONFIRMATION,
                        AccessClass.NONE,
                        null));
        seenBy.add(
                grant(
                        3,
                        "Nienow, Otto",
                        Relationship.PARENT,
                        ProxyGrant.State.ENDED,
                        AccessClass.NONE,
                        "AGED_OUT"));
        blocks.add(
                new ProxyBlock(
                        new UUID(10, 1),
                        Patients.BRUNILDA,
                        "Grimes, Walter",
                        null,
                        "Protection order of 4 May",
                        "Hana Kim",
                        Instant.now().minus(Duration.ofDays(30)),
                        null));
    }

    /** No birthday changes anything. */
    public void nothingAhead() {
        ahead = false;
    }

    private static ProxyGrant grant(
            int number,
            String proxy,
            Relationship relationship,
            ProxyGrant.State state,
            AccessClass access,
            @Nullable String endReason) {
        return new ProxyGrant(
                new UUID(9, number),
                state,
                Patients.BRUNILDA,
                "Nienow, Brunilda Lucinda",
                new UUID(11, number),
                number == 2 ? Patients.CIERA : null,
                proxy,
                relationship,
                access,
                state == ProxyGrant.State.ACTIVE ? SOME : Map.of(),
                Instant.now().minus(Duration.ofDays(90)),
                number == 1 ? LocalDate.now().plusMonths(8) : null,
                state == ProxyGrant.State.ENDED ? Instant.now().minus(Duration.ofDays(3)) : null,
                endReason,
                number == 1,
                true,
                1);
    }

    private static ProxyGrant hers() {
        return new ProxyGrant(
                new UUID(9, 9),
                ProxyGrant.State.ACTIVE,
                Patients.DARIUS,
                "Nienow, Tomás",
                new UUID(11, 9),
                Patients.BRUNILDA,
                "Nienow, Brunilda Lucinda",
                Relationship.PARENT,
                AccessClass.MINOR_FULL,
                SOME,
                Instant.now().minus(Duration.ofDays(400)),
                null,
                null,
                null,
                false,
                true,
                1);
    }

    @Override
    public Mono<PatientProxies> ofPatient(UUID patientId) {
        return desk.read(
                "proxies of " + patientId,
                () -> {
                    synchronized (this) {
                        return patientId.equals(Patients.BRUNILDA)
                                ? new PatientProxies(
                                        List.copyOf(seenBy), List.of(hers()), List.copyOf(blocks))
                                : new PatientProxies(List.of(), List.of(), List.of());
                    }
                });
    }

    @Override
    public Mono<ProxyGrant> end(UUID id, Reason reason, @Nullable String ifMatch) {
        return desk.act(
                "end because " + reason.reason(),
                () -> {
                    synchronized (this) {
                        var ended =
                                grant(
                                        1,
                                        "Nienow, Lena",
                                        Relationship.SPOUSE,
                                        ProxyGrant.State.ENDED,
                                        AccessClass.NONE,
                                        reason.reason());
                        seenBy.replaceAll(one -> one.id().equals(id) ? ended : one);
                        return ended;
                    }
                });
    }

    @Override
    public Mono<ProxyBlock> block(UUID patientId, Block block) {
        return desk.act(
                "block " + block.familyName(),
                () -> {
                    synchronized (this) {
                        var added =
                                new ProxyBlock(
                                        new UUID(10, 2),
                                        patientId,
                                        block.familyName() + ", " + block.givenName(),
                                        block.birthDate(),
                                        block.reason(),
                                        "Hana Kim",
                                        Instant.now(),
                                        null);
                        blocks.add(added);
                        return added;
                    }
                });
    }

    @Override
    public Mono<Page<ProxyBlock>> blocks(UUID patientId) {
        return desk.read("blocks", () -> new Page<>(blocks, null));
    }

    @Override
    public Mono<ProxyBlock> endBlock(UUID id, Reason reason) {
        return desk.act(
                "lift because " + reason.reason(),
                () -> {
                    synchronized (this) {
                        var lifted = blocks.getFirst();
                        blocks.removeIf(one -> one.id().equals(id));
                        return lifted;
                    }
                });
    }

    @Override
    public Mono<Page<AgeOut>> ageOuts(
            @Nullable Integer days,
            @Nullable Boolean exceptions,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var only = Boolean.TRUE.equals(exceptions);
        return desk.read(
                "age outs " + days + (only ? " exceptions" : ""),
                () ->
                        new Page<>(
                                ahead().stream()
                                        .filter(one -> !only || !one.exceptions().isEmpty())
                                        .toList(),
                                null));
    }

    private List<AgeOut> ahead() {
        if (!ahead) {
            return List.of();
        }
        var soon = LocalDate.now().plusDays(6);
        return List.of(
                ageOut(1, "Nienow, Tomás", "Nienow, Lena", soon, 13, List.of()),
                ageOut(2, "Hand, Ida", "Hand, Olga", soon, 13, List.of("SHARED_CONTACT")),
                ageOut(3, "Delrío, Adán", "Delrío, Marisol", soon.plusDays(25), 18, List.of()),
                ageOut(
                        4,
                        "Grimes, Noah",
                        "Grimes, Kit",
                        soon.plusDays(61),
                        13,
                        List.of("OVERRIDDEN", "PROXY_UNREACHABLE")));
    }

    private static AgeOut ageOut(
            int number,
            String patient,
            String proxy,
            LocalDate on,
            int age,
            List<String> exceptions) {
        return new AgeOut(
                new UUID(9, number),
                Patients.BRUNILDA,
                patient,
                on.minusYears(age),
                proxy,
                on,
                age,
                age == 18 ? AccessClass.MINOR_LIMITED : AccessClass.MINOR_FULL,
                age == 18 ? AccessClass.NONE : AccessClass.MINOR_LIMITED,
                age == 18
                        ? List.of(Area.VISITS, Area.MESSAGES, Area.BILLING)
                        : List.of(Area.RESULTS, Area.NOTES, Area.MEDICATIONS, Area.BILLING),
                age == 13,
                number == 1 ? Instant.now().minus(Duration.ofDays(1)) : null,
                exceptions);
    }
}
