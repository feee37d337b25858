package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.ADMINISTRATOR;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.proxy.Records;
import org.portaldesk.contract.clinician.Clinician;
import org.portaldesk.contract.clinician.Clinician.Source;
import org.portaldesk.contract.clinician.Clinician.Standing;
import org.portaldesk.contract.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The directory of clinicians, and holds that take their determiner from it. */
class DeterminersIT extends ResultIT {

    private record Listed(List<Clinician> items) {}

    @Test
    void anAdministratorAddsChangesAndEndsAClinicianOnRecord() throws SQLException {
        var said = said("Ada", "Quarles" + Records.word());
        var added = body(admin("", said).expectStatus().isCreated(), Clinician.class);
        assertThat(added.standing()).isEqualTo(Standing.COUNTS);
        assertThat(added.licenseNumber()).isEqualTo(said.get("licenseNumber"));
        refusal(admin("", said), 409);

        said.put("givenName", "Adaline");
        var changed = body(put(added, said).expectStatus().isOk(), Clinician.class);
        assertThat(changed.version()).isEqualTo(2);
        put(added, said).expectStatus().isEqualTo(412);
        var ended =
                body(
                        admin("/" + added.id() + "/end", Map.of()).expectStatus().isOk(),
                        Clinician.class);
        assertThat(ended.standing()).isEqualTo(Standing.INACTIVE);
        refusal(admin("/" + added.id() + "/end", Map.of()), 409);
        refusal(admin("/" + UUID.randomUUID() + "/end", Map.of()), 404);
        assertThat(
                        records.texts(
                                "SELECT act || ' ' || outcome FROM audit_event WHERE object_id = ? ORDER BY id",
                                added.id().toString()))
                .containsExactly(
                        "CLINICIAN_ADDED DONE",
                        "CLINICIAN_CHANGED DONE",
                        "CLINICIAN_CHANGED REFUSED",
                        "CLINICIAN_ENDED DONE",
                        "CLINICIAN_ENDED REFUSED");
    }

    @Test
    void whatIsNotInFormIsRefusedByItsField() {
        var wrong =
                List.of(
                        Map.entry("licenseNumber", "x"),
                        Map.entry("licenseNumber", "MDMD"),
                        Map.entry("licenseNumber", "MD 12345"),
                        Map.entry("licenseNumber", "123456789012345678901"),
                        Map.entry("licenseState", "Connecticut"),
                        Map.entry("npi", "1234567890"),
                        Map.entry("familyName", " "),
                        Map.entry("until", "2020-01-01T00:00:00Z"));
        for (var one : wrong) {
            var said = said("Ada", "Form");
            said.put("from", "2021-01-01T00:00:00Z");
            said.put(one.getKey(), one.getValue());
            assertThat(field(refusal(admin("", said), 400))).as("%s", one).isEqualTo(one.getKey());
        }
    }

    @Test
    void theDirectoryIsSearchedByNameInEitherOrderLicenseAndNpiPageByPage() throws SQLException {
        var family = "Zq" + Records.word();
        clinician("Ada", family, null);
        var second = clinician("Zoë", family, null);
        records.run("UPDATE clinician SET active = false WHERE id = ?", second);
        var license = records.text("SELECT license_number FROM clinician WHERE id = ?", second);

        assertThat(found("q=" + family)).hasSize(2);
        assertThat(found("q=Ada " + family)).hasSize(1);
        assertThat(found("q=" + family + ", Ada")).hasSize(1);
        assertThat(found("q=" + license.toLowerCase(java.util.Locale.ROOT))).hasSize(1);
        assertThat(found("counting=true&q=" + family)).hasSize(1);
        assertThat(found("limit=1&q=" + family)).hasSize(1);
        assertThat(found("q=No such person")).isEmpty();
    }

    @Test
    void aHoldTakesItsDeterminerFromTheDirectoryAndNobodyElse() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        var inactive = clinician("Ina", "Active", null);
        records.run(
                "UPDATE clinician SET counts_until = now() - interval '1 s' WHERE id = ?",
                inactive);
        var unlicensed = unlicensed();
        for (var wrong : List.of(UUID.randomUUID(), inactive, unlicensed)) {
            var hold = hold();
            hold.put("determinerId", wrong);
            assertThat(field(refusal(act(ROI_REVIEWER, report, "hold", hold), 422)))
                    .isEqualTo("determinerId");
        }
        var typed = hold();
        typed.put("determinedBy", Map.of("name", "Nobody At All", "licence", "x"));
        assertThat(field(refusal(act(ROI_REVIEWER, report, "hold", typed), 422)))
                .isEqualTo("determinedBy");
        var held = done(act(ROI_REVIEWER, report, "hold", hold()));
        var by = Objects.requireNonNull(held.hold()).determinedBy();
        assertThat(by.id()).isEqualTo(determiner);
        assertThat(by.name()).isEqualTo("Zora Unknown");
    }

    @Test
    void theFeedKeepsCliniciansAndWhatIsOddIsItsLinesOutcome() throws SQLException {
        var number = Records.number();
        feed("det-" + number, number, "true").expectStatus().isCreated();
        feed("det-" + number, number, "true").expectStatus().isOk();
        var one = found("q=LIC" + number).getFirst();
        assertThat(one.source()).isEqualTo(Source.FEED);
        assertThat(one.licenseState()).isEqualTo("CT");
        assertThat(one.standing()).isEqualTo(Standing.COUNTS);
        assertThat(one.version()).isEqualTo(1);

        feed("other-" + number, number, "true").expectStatus().isBadRequest();
        refusal(put(one, said("Another", "Name")), 422);
        feed("det-" + number, number, "false").expectStatus().isOk();
        assertThat(found("q=LIC" + number).getFirst().standing()).isEqualTo(Standing.INACTIVE);
        admin("/" + one.id() + "/end", Map.of()).expectStatus().isOk();
        feed("det-" + number, number, "true").expectStatus().isOk();
        assertThat(found("q=LIC" + number).getFirst().standing())
                .as("whom an administrator has ended")
                .isEqualTo(Standing.INACTIVE);
    }

    private UUID unlicensed() throws SQLException {
        return records.id(
                """
                INSERT INTO clinician (fhir_id, given_name, family_name, sort_name, source, active, counts_from)
                VALUES ('unlicensed-' || uuidv7(), 'Una', 'Licensed', 'licensed una', 'FEED', true, now())
                RETURNING id
                """);
    }

    private WebTestClient.ResponseSpec feed(String id, int number, String active) {
        return feed().put()
                .uri("/fhir/Practitioner/" + id)
                .contentType(MediaType.parseMediaType("application/fhir+json"))
                .bodyValue(
                        """
                        {"resourceType": "Practitioner", "id": "%s", "active": %s,
                         "name": [{"family": "Feed", "given": ["Fed"]}],
                         "qualification": [{"code": {"text": "Medical license"},
                            "identifier": [{"system": "urn:license:CT", "value": "LIC %d"}],
                            "period": {"start": "2020-01-01", "end": "2099-12-31"}}]}
                        """
                                .formatted(id, active, number))
                .exchange();
    }

    private static Map<String, Object> said(String given, String family) {
        var said = new HashMap<String, Object>();
        said.put("givenName", given);
        said.put("familyName", family);
        said.put("licenseNumber", "ADM" + Records.number());
        said.put("licenseState", "CT");
        return said;
    }

    private WebTestClient.ResponseSpec admin(String path, Map<String, Object> said) {
        return as(ADMINISTRATOR).post().uri("/api/clinicians" + path).bodyValue(said).exchange();
    }

    private WebTestClient.ResponseSpec put(Clinician seen, Map<String, Object> said) {
        return as(ADMINISTRATOR)
                .put()
                .uri("/api/clinicians/" + seen.id())
                .header("If-Match", "\"" + seen.version() + "\"")
                .bodyValue(said)
                .exchange();
    }

    private List<Clinician> found(String query) {
        return body(
                        as(ROI_REVIEWER)
                                .get()
                                .uri("/api/clinicians?" + query)
                                .exchange()
                                .expectStatus()
                                .isOk(),
                        Listed.class)
                .items();
    }

    private static String field(Problem problem) {
        return Objects.requireNonNull(problem.errors()).getFirst().field();
    }
}
