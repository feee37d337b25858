package org.portaldesk.console.fake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.privacy.AccessReport;
import org.portaldesk.contract.privacy.AccessReport.Entry;
import org.portaldesk.contract.privacy.AccessReport.Kind;
import org.portaldesk.contract.privacy.AccessReportApi;
import org.portaldesk.contract.privacy.Disclosure;
import org.portaldesk.contract.privacy.Disclosure.Purpose;
import org.portaldesk.contract.privacy.Disclosure.Way;
import org.portaldesk.contract.privacy.DisclosureApi;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** What a patient who asks is told: who saw the record, and what left the house. */
public final class Reports implements AccessReportApi, DisclosureApi {

    private static final UUID REPORT = new UUID(8, 1);

    private final Desk desk;
    private volatile boolean nothing;

    Reports(Desk desk) {
        this.desk = desk;
    }

    public void reset() {
        nothing = false;
    }

    /** Nobody looked, and nothing left the house. */
    public void nothing() {
        nothing = true;
    }

    @Override
    public Mono<AccessReport> create(UUID patientId, @Nullable Wish wish) {
        var wanted = wish == null ? Wish.EVERYTHING : wish;
        return desk.act(
                "report of "
                        + patientId
                        + " from "
                        + wanted.from()
                        + " to "
                        + wanted.to()
                        + " names "
                        + wanted.staffNames(),
                () -> report(patientId, wanted));
    }

    private AccessReport report(UUID patient, Wish wish) {
        var spanish = patient.equals(Patients.BRUNILDA);
        return new AccessReport(
                REPORT,
                patient,
                spanish ? "es" : "en",
                Instant.now(),
                wish.from(),
                wish.to() == null ? Instant.now() : wish.to(),
                nothing ? List.of() : entries(spanish, Boolean.TRUE.equals(wish.staffNames())),
                "/api/access-reports/" + REPORT + "/pdf");
    }

    private static List<Entry> entries(boolean spanish, boolean named) {
        var entries = new ArrayList<Entry>();
        entries.add(entry(70, spanish ? "Usted" : "You", Kind.SELF, "Abrió sus resultados"));
        entries.add(entry(60, "Lena Nienow", Kind.PROXY, "Abrió sus resultados"));
        for (int hours = 50; hours > 10; hours -= 4) {
            entries.add(
                    entry(
                            hours,
                            named ? "Hana Kim" : "Personal de historias clínicas",
                            Kind.STAFF,
                            "Consultó sus datos"));
        }
        return entries;
    }

    private static Entry entry(int hoursAgo, String who, Kind kind, String what) {
        var at = Instant.now().minus(Duration.ofHours(hoursAgo));
        var outcome = hoursAgo == 22 ? AuditOutcome.REFUSED : AuditOutcome.DONE;
        return new Entry(at, who, kind, what, outcome);
    }

    @Override
    public Mono<ResponseEntity<byte[]>> createPdf(UUID patientId, @Nullable Wish wish) {
        return pdf(REPORT);
    }

    @Override
    public Mono<ResponseEntity<byte[]>> pdf(UUID id) {
        return desk.read(
                "pdf of " + id,
                () -> ResponseEntity.ok("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public Mono<Page<Disclosure>> list(
            UUID patientId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return desk.read(
                "disclosures of " + patientId + " after " + cursor,
                () -> nothing ? new Page<>(List.of(), null) : page(cursor));
    }

    private static Page<Disclosure> page(@Nullable String cursor) {
        return cursor == null
                ? new Page<>(
                        List.of(
                                one(1, 3, Way.PROXY, Purpose.PROXY_ACCESS, "Lena Nienow"),
                                one(
                                        2,
                                        30,
                                        Way.EMAIL,
                                        Purpose.ONE_TIME_CODE,
                                        "b.nienow@example.org")),
                        "more")
                : new Page<>(
                        List.of(
                                one(
                                        3,
                                        400,
                                        Way.LETTER,
                                        Purpose.ACTIVATION_CODE,
                                        "Brunilda Lucinda Nienow")),
                        null);
    }

    private static Disclosure one(
            int number, int daysAgo, Way way, Purpose purpose, String recipient) {
        return new Disclosure(
                new UUID(8, number),
                Instant.now().minus(Duration.ofDays(daysAgo)),
                way,
                purpose,
                recipient,
                "Hana Kim");
    }
}
