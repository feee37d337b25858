package org.portaldesk.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.privacy.AccessReport;
import org.portaldesk.contract.privacy.AccessReport.Kind;
import org.springframework.http.MediaType;

/** A day in the record, and what the privacy officer gives out of it. */
class PrivacyDeskIT extends FeedIT {

    private static final String ADD =
            """
            INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, client_address, request_id, act,
                                     outcome, occurred_at, patient_id, after)
            VALUES ('%s', 'test', '%s', '{%s}', '10.9.8.7', 'request-9', '%s', 'DONE', %s, %s, %s)
            """;

    @Test
    void everybodyWhoSawTheRecordIsToldOnceAndInOrder() {
        var patient = somebody("en-US");
        var own = account("patient_id", patient);
        var other = account("patient_id", somebody("en-US"));
        var stranger = somebody("en-US");
        look(patient);
        look(stranger);
        event(own, "The Patient", "", "PORTAL_PATIENT_READ", patient);
        event(other, "Luz Vega", "", "PORTAL_PATIENT_READ", patient);
        listed(patient);

        var report = report(patient, Map.of());

        assertThat(report.entries())
                .extracting(AccessReport.Entry::kind)
                .containsExactly(Kind.SYSTEM, Kind.STAFF, Kind.SELF, Kind.PROXY, Kind.STAFF);
        assertThat(report.entries())
                .extracting(AccessReport.Entry::who)
                .containsExactly(
                        "The hospital’s record system",
                        "Medical records staff",
                        "You",
                        "Person with access to your record: Luz Vega",
                        "Medical records staff");
        assertThat(report.entries())
                .extracting(AccessReport.Entry::what)
                .startsWith("Brought your data", "Looked at your data")
                .endsWith("Saw you in the list of letters");
        assertThat(report.entries())
                .extracting(AccessReport.Entry::outcome)
                .containsOnly(AuditOutcome.DONE);
    }

    @Test
    void theReportIsAnActOnRecordAndTheNextOneTellsOfIt() {
        var patient = somebody("en-US");
        report(patient, Map.of());
        assertThat(report(patient, Map.of()).entries())
                .extracting(AccessReport.Entry::what)
                .containsExactly("Brought your data", "Made a report like this one");
    }

    @Test
    void staffAreNamedOnlyWhereItIsAskedFor() {
        var patient = somebody("en-US");
        look(patient);
        var roles = report(patient, Map.of("staffNames", false)).entries().get(1).who();
        var names = report(patient, Map.of("staffNames", true)).entries().get(1).who();
        assertThat(roles).isEqualTo("Medical records staff");
        assertThat(names).startsWith("Medical records staff (").hasSizeGreaterThan(25);
    }

    @Test
    void onlyThePeriodIsTold() {
        var patient = somebody("en-US");
        var middle = Instant.parse(Objects.requireNonNull(now()));
        look(patient);
        assertThat(report(patient, Map.of("from", middle)).entries())
                .extracting(AccessReport.Entry::what)
                .containsExactly("Looked at your data");
        assertThat(report(patient, Map.of("to", middle)).entries())
                .extracting(AccessReport.Entry::what)
                .containsExactly("Brought your data");
    }

    @Test
    void thePdfSaysTheSameInThePatientsLanguageHoweverOftenItIsOpened() throws IOException {
        var patient = somebody("es-US");
        look(patient);
        var report = report(patient, Map.of());
        assertThat(report.language()).isEqualTo("es");
        var first = pdf(report.pdf());
        look(patient);
        assertThat(first)
                .contains("Quién vio su expediente", "Consultó sus datos", "Trajo sus datos")
                .contains("Personal de expedientes médicos");
        assertThat(pdf(report.pdf())).isEqualTo(first);
        assertThat(
                        rows(
                                "SELECT act FROM audit_event WHERE object_id = ? ORDER BY id",
                                report.id().toString()))
                .containsExactly(
                        "ACCESS_REPORT_CREATED", "ACCESS_REPORT_READ", "ACCESS_REPORT_READ");
    }

    @Test
    void whoAsksForPaperIsAnsweredWithPaper() throws IOException {
        var patient = somebody("en-US");
        var answer =
                as(PRIVACY_OFFICER)
                        .post()
                        .uri("/api/patients/{id}/access-reports", patient)
                        .accept(MediaType.APPLICATION_PDF)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .valueMatches("Location", "/api/access-reports/[0-9a-f-]{36}/pdf")
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        assertThat(text(Objects.requireNonNull(answer))).contains("Brought your data");
    }

    @Test
    void aReportOfNobodyIsNotMade() {
        as(PRIVACY_OFFICER)
                .post()
                .uri("/api/patients/{id}/access-reports", UUID.randomUUID())
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void moreThanAReportCanTellIsRefusedOnRecord() {
        var patient = somebody("en-US");
        change(
                """
                INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, patient_id)
                SELECT 'system', 'system', 'test', '{}', 'request-9', 'PATIENT_CHANGED', 'DONE', '%s'
                FROM generate_series(1, %d)
                """
                        .formatted(patient, AccessReports.MOST_EVENTS));
        as(PRIVACY_OFFICER)
                .post()
                .uri("/api/patients/{id}/access-reports", patient)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        assertThat(
                        rows(
                                "SELECT outcome || ' ' || reason FROM audit_event WHERE act = 'ACCESS_REPORT_CREATED' AND patient_id = ?",
                                patient))
                .containsExactly("REFUSED TOO_MANY_EVENTS");
    }

    @Test
    void whatLeftTheHouseIsAccountedForAndNothingElse() {
        var patient = somebody("en-US");
        look(patient);
        event("hana", "Hana Kim", "him-staff", "LETTER_MAILED", patient);
        email(patient, "ACTIVATION_CODE", "ann@example.org");
        email(patient, "ACCOUNT_OPENED", "ann@example.org");
        email(patient, "PROOF_CODE", "ann@example.org");

        var first = disclosures(patient, "limit=2");
        assertThat(first.items())
                .extracting(one -> one.get("purpose") + " " + one.get("way"))
                .containsExactly("ONE_TIME_CODE EMAIL", "ACTIVATION_CODE EMAIL");
        assertThat(first.items())
                .extracting(one -> one.get("recipient"))
                .containsOnly("ann@example.org");
        var second = disclosures(patient, "limit=2&cursor=" + first.next());
        assertThat(second.items())
                .extracting(one -> one.get("way") + " by " + one.get("by"))
                .containsExactly("LETTER by Hana Kim");
        assertThat(String.valueOf(second.items().getFirst().get("recipient"))).startsWith("Ann ");
        assertThat(second.next()).isNull();
    }

    @Test
    void theAccountingGoesSixYearsBack() {
        var patient = somebody("en-US");
        var longAgo = "now() - interval '6 years 1 day'";
        change(
                ADD.formatted(
                        "hana",
                        "Hana Kim",
                        "him-staff",
                        "LETTER_MAILED",
                        longAgo,
                        "'" + patient + "'",
                        "NULL"));
        assertThat(disclosures(patient, "").items()).isEmpty();
        assertThat(disclosures(patient, "from=2000-01-01T00:00:00Z").items()).hasSize(1);
    }

    private UUID somebody(String language) {
        var patient = FedPatient.named(family("Told"), "Ann").speaks(language);
        given(patient);
        return UUID.fromString(
                Objects.requireNonNull(
                        value("SELECT id FROM patient WHERE fhir_id = ?", patient.id())));
    }

    private void look(UUID patient) {
        as(HIM_STAFF).get().uri("/api/patients/{id}", patient).exchange().expectStatus().isOk();
    }

    private static String account(String owner, UUID person) {
        change(
                "INSERT INTO portal_account (%s, keycloak_id, username, username_folded, state) VALUES ('%s', '%s', '%s', '%s', 'ACTIVE')"
                        .formatted(owner, person, person, person, person));
        return person.toString();
    }

    private static void event(String actor, String name, String roles, String act, UUID patient) {
        change(
                ADD.formatted(
                        actor, name, roles, act, "clock_timestamp()", "'" + patient + "'", "NULL"));
    }

    private static void listed(UUID patient) {
        change(
                ADD.formatted(
                        "hana",
                        "Hana Kim",
                        "him-staff",
                        "LETTERS_LISTED",
                        "clock_timestamp()",
                        "NULL",
                        "'{\"patients\": [\"" + patient + "\"]}'"));
    }

    private static void email(UUID patient, String kind, String recipient) {
        change(
                """
                WITH sent AS (
                    INSERT INTO email_message (kind, language, recipient, patient_id, request_id, state, ended_at)
                    VALUES ('%s', 'en', '%s', '%s', 'request-9', 'SENT', now()) RETURNING id)
                """
                                .formatted(kind, recipient, patient)
                        + """
                        INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome,
                                                 patient_id, object_type, object_id, after)
                        SELECT 'system', 'system', 'mail', '{}', 'request-9', 'EMAIL_SENT', 'DONE', '%s', 'email_message',
                               id::text, '{"kind": "%s"}' FROM sent
                        """
                                .formatted(patient, kind));
    }

    private static String now() {
        return Objects.requireNonNull(
                value(
                        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private AccessReport report(UUID patient, Map<String, Object> wish) {
        return Objects.requireNonNull(
                as(PRIVACY_OFFICER)
                        .post()
                        .uri("/api/patients/{id}/access-reports", patient)
                        .bodyValue(wish)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(AccessReport.class)
                        .returnResult()
                        .getResponseBody());
    }

    private String pdf(String path) throws IOException {
        var answer =
                as(PRIVACY_OFFICER)
                        .get()
                        .uri(path)
                        .accept(MediaType.APPLICATION_PDF)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PDF)
                        .expectHeader()
                        .valueMatches(
                                "Content-Disposition", "attachment; filename=\"access-report-.*")
                        .expectHeader()
                        .valueMatches("Content-Security-Policy", "sandbox;.*")
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        return text(Objects.requireNonNull(answer));
    }

    /** In one line, wherever the paper breaks it. */
    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private Rows disclosures(UUID patient, String query) {
        return Objects.requireNonNull(
                as(PRIVACY_OFFICER)
                        .get()
                        .uri("/api/patients/" + patient + "/disclosures?" + query)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(Rows.class)
                        .returnResult()
                        .getResponseBody());
    }

    private record Rows(
            List<Map<String, Object>> items, @org.jspecify.annotations.Nullable String next) {}
}
