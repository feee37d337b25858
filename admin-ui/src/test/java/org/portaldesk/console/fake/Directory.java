package org.portaldesk.console.fake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.clinician.Clinician;
import org.portaldesk.contract.clinician.Clinician.Source;
import org.portaldesk.contract.clinician.Clinician.Standing;
import org.portaldesk.contract.clinician.ClinicianApi;
import reactor.core.publisher.Mono;

/** Two clinicians: one who signs in, and one who does not. */
public final class Directory implements ClinicianApi {

    static final UUID ELENA = new UUID(9, 1);
    static final UUID ZORA = new UUID(9, 2);

    private final Desk desk;

    Directory(Desk desk) {
        this.desk = desk;
    }

    static Clinician of(UUID id) {
        return id.equals(ELENA)
                ? clinician(ELENA, "Elena", "Marchetti", new UUID(9, 3))
                : clinician(ZORA, "Zora", "Unknown", null);
    }

    @Override
    public Mono<Page<Clinician>> list(
            @Nullable String q,
            @Nullable Boolean counting,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return desk.read(
                "clinicians " + q,
                () ->
                        new Page<>(
                                List.of(of(ELENA), of(ZORA)).stream()
                                        .filter(
                                                one ->
                                                        (one.givenName() + " " + one.familyName())
                                                                .toLowerCase(Locale.ROOT)
                                                                .contains(
                                                                        String.valueOf(q)
                                                                                .toLowerCase(
                                                                                        Locale
                                                                                                .ROOT)))
                                        .toList(),
                                null));
    }

    @Override
    public Mono<Clinician> add(Keep keep) {
        return notHere();
    }

    @Override
    public Mono<Clinician> change(UUID id, Keep keep, @Nullable String ifMatch) {
        return notHere();
    }

    @Override
    public Mono<Clinician> end(UUID id) {
        return notHere();
    }

    private static Mono<Clinician> notHere() {
        return Mono.error(new IllegalStateException("the console does not keep the directory"));
    }

    private static Clinician clinician(
            UUID id, String given, String family, @Nullable UUID staffUser) {
        return new Clinician(
                id,
                given,
                family,
                "MD-1",
                "CT",
                null,
                staffUser,
                Source.FEED,
                true,
                Instant.EPOCH,
                null,
                Standing.COUNTS,
                1);
    }
}
