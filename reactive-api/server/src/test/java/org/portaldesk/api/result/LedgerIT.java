package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.CLINICIAN;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.proxy.Records;
import org.portaldesk.contract.result.DenialLetter;
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.result.HoldLedger.Entry;
import org.portaldesk.contract.result.HoldLedger.TooBroad;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who answers for holds: the ledger, the letters, and what was seen by mistake. */
class LedgerIT extends ResultIT {

    private static final Map<String, String> WORKSHEET =
            Map.of(
                    "nature", "A laboratory panel",
                    "recipient", "A parent of another child",
                    "acquired", "Opened once",
                    "mitigation", "Confirmed in writing that nothing was kept");

    private record Ledger(List<Entry> items) {}

    private record Broad(List<TooBroad> items) {}

    private record Cases(List<DisclosureCase> items) {}

    @Test
    void theLedgerNamesBasisAgeDeterminerAndReview() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        done(act(ROI_REVIEWER, report, "hold", hold()));
        done(
                act(
                        CLINICIAN,
                        report,
                        "review-hold",
                        Map.of("outcome", "UPHELD", "note", "The danger goes on")));
        var entry = ledger().getFirst();

        assertThat(entry.hold().resultId()).isEqualTo(report);
        assertThat(entry.hold().basis()).hasToString("PREVENTING_HARM");
        assertThat(entry.hold().determinedBy().licence()).startsWith("CT MD-");
        assertThat(entry.ageDays()).isBetween(0.0, 0.1);
        assertThat(entry.reviewed()).isTrue();
        assertThat(Objects.requireNonNull(entry.hold().review()).note())
                .isEqualTo("The danger goes on");
    }

    @Test
    void aClinicianWithMoreHoldsThanTheLimitStandsOut() throws SQLException {
        var clinician = "Zora " + Records.word();
        determiner = clinician("Zora", clinician.substring("Zora ".length()), null);
        for (var number = 0; number < 11; number++) {
            var hold = hold();
            hold.put("basis", "DATA_ERROR");
            var report = reports(1, "LAB", "final", 0).getFirst();
            done(act(ROI_REVIEWER, report, "hold", hold));
        }
        var ledger = ledger();

        assertThat(ledger.getFirst().sameDeterminer()).isEqualTo(11);
        assertThat(ledger.getFirst().tooBroad()).isTrue();
        assertThat(ledger.get(1).sameDeterminer()).isEqualTo(10);
        assertThat(ledger.get(1).tooBroad()).isFalse();
        assertThat(
                        body(
                                        as(SUPERVISOR).get().uri("/api/holds/too-broad").exchange(),
                                        Broad.class)
                                .items())
                .filteredOn(one -> one.determiner().equals(clinician))
                .singleElement()
                .matches(one -> one.holds() == 11 && one.limit() == 10);
    }

    @Test
    void noCellOfTheExportIsAFormula() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        var hold = hold();
        hold.put("facts", "=HYPERLINK(\"http://example.org\",\"a\")");
        done(act(ROI_REVIEWER, report, "hold", hold));
        var csv =
                as(PRIVACY_OFFICER)
                        .get()
                        .uri("/api/holds/ledger?from=" + Instant.now().minusSeconds(60))
                        .accept(MediaType.parseMediaType("text/csv"))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith("text/csv")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();

        assertThat(csv)
                .startsWith("\"hold\",\"result\"")
                .contains(report.toString())
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\",\"\"a\"\")\"");
        assertThat(
                        records.texts(
                                "SELECT reason FROM audit_event WHERE act = 'HOLD_LEDGER_READ' AND reason = 'EXPORT'"))
                .isNotEmpty();
    }

    @Test
    void theLetterOfDenialSaysWhyHowToHaveItReviewedAndHowToComplain() throws Exception {
        var hold = holdOf(hold());
        var letter = body(letter(hold, "patient", null).expectStatus().isOk(), DenialLetter.class);

        assertThat(letter.language()).isEqualTo("en");
        assertThat(letter.paragraphs()).hasSize(6);
        assertThat(text(letter.pdf()))
                .contains(
                        "Some panel",
                        "endanger your life or physical safety",
                        "right to have this decision reviewed",
                        "Office for Civil Rights",
                        child.family())
                .doesNotContain("{{", "A danger that the clinician has written down");
        var spanish = body(letter(hold, "patient", "es").expectStatus().isOk(), DenialLetter.class);
        assertThat(text(spanish.pdf())).contains("seguridad física", "queja");
    }

    @Test
    void noLetterGoesToWhomTheHoldIsNotAgainstNorTellsWhatIsPrivate() throws SQLException {
        var grant = parent.grant().toString();
        var harm = holdOf(hold());
        assertThat(refusal(letter(harm, grant, null), 422).detail()).contains("NOT_AGAINST_THEM");
        var privacy = hold();
        privacy.put("basis", "PRIVACY");
        privacy.remove("harmType");
        privacy.put("withheldFrom", Map.of("patient", false, "proxies", List.of(grant)));
        var hidden = holdOf(privacy);

        assertThat(refusal(letter(hidden, grant, null), 422).detail())
                .contains("LETTER_WOULD_TELL");
        assertThat(refusal(letter(hidden, "patient", null), 422).detail())
                .contains("NOT_AGAINST_THEM");
        refusal(letter(new UUID(4, 4), "patient", null), 404);
        refusal(letter(harm, "patient", "de"), 400);
    }

    @Test
    void aMisdirectedResultOpensACaseWithWhatWasSeenAndByWhom() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        var unseen = reports(1, "LAB", "final", 0).getFirst();
        done(act(ROI_REVIEWER, unseen, "retract", Map.of("reason", "Wrong patient")));
        assertThat(caseOf(unseen)).as("nobody had seen it").isNull();
        assertThat(theirs()).hasSize(1);
        done(act(ROI_REVIEWER, report, "retract", Map.of("reason", "Wrong patient")));
        var opened = Objects.requireNonNull(caseOf(report));

        assertThat(opened.state()).isEqualTo(DisclosureCase.State.OPEN);
        assertThat(opened.viewers())
                .singleElement()
                .matches(viewer -> parent.grant().equals(viewer.grantId()));
        assertThat(opened.content().conclusion()).isEqualTo("As expected");
        var close = Map.of("finding", "LOW_PROBABILITY", "worksheet", WORKSHEET);
        var closed = body(closing(opened, close).expectStatus().isOk(), DisclosureCase.class);
        assertThat(closed.finding()).isEqualTo(DisclosureCase.Finding.LOW_PROBABILITY);
        assertThat(Objects.requireNonNull(closed.worksheet()).acquired()).isEqualTo("Opened once");
        refusal(closing(opened, close), 409);
        refusal(closing(opened, Map.of("finding", "BREACH", "worksheet", Map.of())), 400);
    }

    private WebTestClient.ResponseSpec closing(DisclosureCase one, Object body) {
        return as(PRIVACY_OFFICER)
                .post()
                .uri("/api/disclosure-cases/%s/close".formatted(one.id()))
                .bodyValue(body)
                .exchange();
    }

    private @Nullable DisclosureCase caseOf(UUID result) {
        return body(
                        as(PRIVACY_OFFICER)
                                .get()
                                .uri("/api/disclosure-cases?state=OPEN")
                                .exchange(),
                        Cases.class)
                .items()
                .stream()
                .filter(one -> one.resultId().equals(result))
                .findAny()
                .orElse(null);
    }

    private UUID holdOf(Map<String, Object> hold) throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        return Objects.requireNonNull(done(act(ROI_REVIEWER, report, "hold", hold)).hold()).id();
    }

    private WebTestClient.ResponseSpec letter(UUID hold, String to, @Nullable String language) {
        var wish = new HashMap<String, Object>(Map.of("to", to));
        if (language != null) {
            wish.put("language", language);
        }
        return as(ROI_REVIEWER)
                .post()
                .uri("/api/holds/%s/denial-letter".formatted(hold))
                .bodyValue(wish)
                .exchange();
    }

    /** This test's own holds, the latest first. */
    private List<Entry> ledger() {
        return body(
                        as(PRIVACY_OFFICER).get().uri("/api/holds/ledger?limit=200").exchange(),
                        Ledger.class)
                .items()
                .stream()
                .filter(entry -> entry.hold().patientId().equals(child.id()))
                .toList();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isOne();
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
