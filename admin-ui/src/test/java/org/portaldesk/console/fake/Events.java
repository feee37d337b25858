package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.audit.AuditApi;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;
import reactor.core.publisher.Mono;

/** A few lines of the record. */
public final class Events implements AuditApi {

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
        return desk.read(
                "audit of " + patientId + " by " + actor + " " + act + " " + from + " to " + to,
                () ->
                        new Page<>(
                                events().stream()
                                        .filter(one -> act == null || one.act().equals(act))
                                        .toList(),
                                cursor == null && act == null ? "2" : null));
    }

    @Override
    public Mono<Page<AuditEvent>> history(
            UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return desk.read("history of " + patientId, () -> new Page<>(events(), null));
    }

    private static List<AuditEvent> events() {
        return List.of(
                event(1, "Hana Kim", "LETTER_MAILED", AuditOutcome.DONE, null),
                event(70, "Hana Kim", "CODE_ISSUED", AuditOutcome.DONE, "The letter was lost"),
                event(90, "Kai Brown", "CODE_ISSUED", AuditOutcome.REFUSED, "CONTACT_COLLISION"),
                event(480, "portal", "CODE_REDEMPTION_REFUSED", AuditOutcome.REFUSED, null));
    }

    private static AuditEvent event(
            int hoursAgo, String who, String act, AuditOutcome outcome, @Nullable String reason) {
        boolean changed = act.equals("LETTER_MAILED");
        return new AuditEvent(
                new UUID(1, hoursAgo),
                Instant.now().minus(Duration.ofHours(hoursAgo)),
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
