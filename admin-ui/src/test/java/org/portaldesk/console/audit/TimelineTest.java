package org.portaldesk.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.audit.AuditEvent;
import org.portaldesk.contract.audit.AuditOutcome;

class TimelineTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final UUID PATIENT = new UUID(3, 1);

    private static AuditEvent event(String at, String who, String act) {
        return new AuditEvent(
                UUID.randomUUID(),
                Instant.parse(at),
                who,
                who,
                who,
                List.of(),
                null,
                act,
                AuditOutcome.DONE,
                PATIENT,
                "patient",
                "1",
                null,
                null,
                null,
                "4c5d");
    }

    private static List<Timeline.Line> lines(AuditEvent... newestFirst) {
        return Timeline.of(List.of(newestFirst), ZONE).days().stream()
                .flatMap(day -> day.lines().stream())
                .toList();
    }

    @Test
    void looksAtTheSameWithinMinutesAreOneLine() {
        var lines =
                lines(
                        event("2026-11-20T15:12:00Z", "kai", "PATIENT_READ"),
                        event("2026-11-20T15:05:00Z", "ana", "PATIENT_READ"),
                        event("2026-11-20T15:02:00Z", "kai", "PATIENT_READ"));
        assertThat(lines).extracting(line -> line.events().size()).containsExactly(2, 1);
        assertThat(lines.getFirst().oldest().at()).isEqualTo("2026-11-20T15:02:00Z");
    }

    @Test
    void looksFurtherApartAreTwo() {
        assertThat(
                        lines(
                                event("2026-11-20T15:12:01Z", "kai", "PATIENT_READ"),
                                event("2026-11-20T15:02:00Z", "kai", "PATIENT_READ")))
                .hasSize(2);
    }

    @Test
    void actsAreNeverFolded() {
        assertThat(
                        lines(
                                event("2026-11-20T15:02:01Z", "kai", "CODE_ISSUED"),
                                event("2026-11-20T15:02:00Z", "kai", "CODE_ISSUED")))
                .hasSize(2);
    }

    @Test
    void daysAreTheFacilitys() {
        var days =
                Timeline.of(
                                List.of(
                                        event("2026-11-21T05:30:00Z", "kai", "PATIENT_READ"),
                                        event("2026-11-21T04:59:00Z", "kai", "PATIENT_READ")),
                                ZONE)
                        .days();
        assertThat(days)
                .extracting(Timeline.Day::date)
                .containsExactly(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 20));
        assertThat(days.getLast().hours().get(23)).isEqualTo(1);
        assertThat(days.getFirst().hours().getFirst()).isEqualTo(1);
        assertThat(days.getFirst().count()).isEqualTo(1);
    }
}
