package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.audit.AuditApi;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;
import reactor.core.publisher.Mono;

/** A few lines of the record, and more where it is asked for one patient or one person. */
public final class Events implements AuditApi {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final int LOOKS = 14;

    private final Desk desk;

    Events(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Mono<Page<AuditEvent>> list(
            @Nullable UUID patientId,
            @Nullable String actor,
            @Nullable String act,
            @Nullable String clientAddress,
            @Nullable AuditOutcome outcome,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable AuditSort sort,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var question =
                "audit of " + patientId + " by " + actor + " " + act + " " + from + " to " + to;
        var named = patientId != null || actor != null;
        return desk.read(
                question + " from " + clientAddress + " " + outcome + " sorted by " + sort,
                () ->
                        new Page<>(
                                (named ? timeline() : events())
                                        .stream()
                                                .filter(one -> act == null || one.act().equals(act))
                                                .filter(
                                                        one ->
                                                                outcome == null
                                                                        || one.outcome() == outcome)
                                                .toList(),
                                cursor == null && act == null && !named ? "2" : null));
    }

    @Override
    public Mono<Page<AuditEvent>> history(
            UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return desk.read("history of " + patientId, () -> new Page<>(events(), null));
    }

    /** The event of that id. */
    static AuditEvent of(UUID id) {
        return timeline().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** What the record lists first. */
    public static List<AuditEvent> events() {
        return List.of(
                event(60, "Hana Kim", "LETTER_MAILED", AuditOutcome.DONE, null),
                event(4200, "Hana Kim", "CODE_ISSUED", AuditOutcome.DONE, "The letter was lost"),
                event(5400, "Kai Brown", "CODE_ISSUED", AuditOutcome.REFUSED, "CONTACT_COLLISION"),
                event(28800, "portal", "CODE_REDEMPTION_REFUSED", AuditOutcome.REFUSED, null));
    }

    /** The same, with somebody who opened the record fourteen times within half an hour. */
    public static List<AuditEvent> timeline() {
        var looks =
                IntStream.range(0, LOOKS)
                        .mapToObj(
                                n ->
                                        event(
                                                4300 + 2 * n,
                                                "Kai Brown",
                                                "PATIENT_READ",
                                                AuditOutcome.DONE,
                                                null));
        return Stream.concat(events().stream(), looks)
                .sorted(Comparator.comparing(AuditEvent::at).reversed())
                .toList();
    }

    private static AuditEvent event(
            int minutesAgo, String who, String act, AuditOutcome outcome, @Nullable String reason) {
        boolean changed = act.equals("LETTER_MAILED");
        return new AuditEvent(
                new UUID(1, minutesAgo),
                NOW.minus(Duration.ofMinutes(minutesAgo)),
                "7e1f",
                who.toLowerCase(Locale.ROOT).replace(' ', '.'),
                who,
                List.of("him-staff"),
                "10.0.0.7",
                act,
                outcome,
                Patients.BRUNILDA,
                "activation_code",
                "1",
                reason,
                changed ? Map.of("state", "PRINTED", "version", 2) : null,
                changed ? Map.of("state", "MAILED", "version", 3) : null,
                "4c5d1ab07f21");
    }
}
