package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.privacy.Restriction;
import org.portaldesk.contract.privacy.RestrictionApi;
import reactor.core.publisher.Mono;

/** One restricted record, until it is lifted, and any others that are restricted. */
public final class Restrictions implements RestrictionApi {

    private final Desk desk;
    private volatile List<Restriction> held = List.of();

    Restrictions(Desk desk) {
        this.desk = desk;
        reset();
    }

    public void reset() {
        held =
                List.of(
                        restriction(
                                Patients.CIERA, "Works here, or is family of somebody who does"));
    }

    @Override
    public Mono<Page<Restriction>> list(
            @Nullable UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return desk.read(
                "restrictions of " + patientId,
                () ->
                        new Page<>(
                                held.stream()
                                        .filter(
                                                one ->
                                                        patientId == null
                                                                || one.patientId()
                                                                        .equals(patientId))
                                        .toList(),
                                null));
    }

    @Override
    public Mono<Restriction> restrict(UUID patientId, Restrict restrict) {
        return desk.act(
                "restrict because " + restrict.reason(),
                () -> {
                    var one = restriction(patientId, restrict.reason());
                    held = List.of(one);
                    return one;
                });
    }

    @Override
    public Mono<Void> lift(UUID patientId, Restrict why) {
        return desk.<Boolean>act(
                        "lift because " + why.reason(),
                        () -> {
                            held = List.of();
                            return true;
                        })
                .then();
    }

    @Override
    public Mono<BrokenGlass> breakGlass(UUID patientId, BreakGlass why) {
        return desk.act(
                "break glass: " + why.reason() + " " + why.note(),
                () -> {
                    desk.open(patientId);
                    return new BrokenGlass(
                            new UUID(8, 1), patientId, Instant.now().plus(Duration.ofHours(1)));
                });
    }

    private static Restriction restriction(UUID patientId, String reason) {
        return new Restriction(
                patientId,
                "Boyle, Ciera",
                "c07a6f3b-a002",
                reason,
                "Grace Adeyemi",
                Instant.now().minus(Duration.ofDays(3)));
    }
}
