package org.portaldesk.api.result;

import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.portaldesk.api.proxy.ProxyIT;
import org.portaldesk.api.proxy.Records;
import org.portaldesk.api.proxy.Records.Person;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.portal.PortalResultApi.PortalResult;
import org.portaldesk.contract.portal.PortalResultApi.PortalResults;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.Visibility;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A child with an own account, a parent with a grant, and reports that the feed brings. */
public abstract class ResultIT extends ProxyIT {

    protected Person child;
    protected WebTestClient own;
    protected Granted parent;

    /** In the directory of clinicians, and nobody who signs in. */
    protected UUID determiner = new UUID(0, 0);

    @BeforeEach
    void family() throws SQLException {
        child = records.born(aged(9, 10));
        own = with(portalAccount("patient_id", child.id()));
        parent = granted(child, "MINOR");
        determiner = clinician("Zora", "Unknown", null);
    }

    /** A report that the feed brought; its id at the desk. */
    protected UUID report(String code, String category, String status, Instant issued)
            throws SQLException {
        var id = "release-" + Records.number();
        feed().put()
                .uri("/fhir/DiagnosticReport/" + id)
                .contentType(MediaType.parseMediaType("application/fhir+json"))
                .bodyValue(
                        """
                        {"resourceType": "DiagnosticReport", "id": "%s", "status": "%s", "conclusion": "As expected",
                         "category": [{"coding": [{"code": "%s"}]}], "subject": {"reference": "Patient/%s"},
                         "code": {"coding": [{"system": "http://loinc.org", "code": "%s", "display": "Some panel"}]},
                         "issued": "%s"}
                        """
                                .formatted(id, status, category, fhirId(), code, issued))
                .exchange()
                .expectStatus()
                .isCreated();
        return records.id("SELECT id FROM result WHERE fhir_id = ?", id);
    }

    /** The law of Kentucky counts: 72 hours for pathology. */
    protected void kentucky() throws SQLException {
        records.run(
                """
                INSERT INTO setting (name, effective_from, value, set_by)
                VALUES ('facility.state', '2026-01-01', '"KY"', 'test') ON CONFLICT DO NOTHING
                """);
    }

    /** As many reports of the child, put into the database behind the feed. */
    protected List<UUID> reports(int count, String category, String status, int hoursOld)
            throws SQLException {
        return records
                .texts(
                        """
                        INSERT INTO result (fhir_id, patient_id, status, category, title, issued, fingerprint)
                        SELECT 'many-' || uuidv7(), ?, ?, ?, 'Some panel', clock_timestamp() - make_interval(hours => ?), ''
                        FROM generate_series(1, ?)
                        RETURNING id
                        """,
                        child.id(),
                        status,
                        category,
                        hoursOld,
                        count)
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    protected String fhirId() throws SQLException {
        return records.text("SELECT fhir_id FROM patient WHERE id = ?", child.id());
    }

    /** Somebody in the directory of clinicians. */
    protected UUID clinician(String given, String family, @Nullable UUID staffUser)
            throws SQLException {
        return records.id(
                """
                INSERT INTO clinician (given_name, family_name, sort_name, license_number, license_state, source,
                                       staff_user_id, active, counts_from)
                VALUES (?, ?, lower(? || ' ' || ?), ?, 'CT', 'ADMINISTRATOR', nullif(?, '')::uuid, true, clock_timestamp())
                RETURNING id
                """,
                given,
                family,
                family,
                given,
                "MD-" + Records.number(),
                staffUser == null ? "" : staffUser.toString());
    }

    protected Map<String, Object> hold() {
        var hold = new HashMap<String, Object>();
        hold.put("basis", "PREVENTING_HARM");
        hold.put("determinerId", determiner);
        hold.put("relationship", true);
        hold.put("facts", "A danger that the clinician has written down");
        hold.put("withheldFrom", Map.of("patient", true, "proxies", "NONE"));
        hold.put("harmType", "LIFE_OR_PHYSICAL_SAFETY");
        hold.put("endsAt", Instant.now().plus(Duration.ofDays(3)).toString());
        return hold;
    }

    protected WebTestClient.RequestHeadersSpec<?> post(
            StaffRole role, UUID result, String act, @Nullable Object body) {
        var post =
                as(role).post()
                        .uri("/api/results/%s/%s".formatted(result, act))
                        .contentType(MediaType.APPLICATION_JSON);
        return body == null ? post : post.bodyValue(body);
    }

    protected WebTestClient.ResponseSpec act(
            StaffRole role, UUID result, String act, @Nullable Object body) {
        return post(role, result, act, body).exchange();
    }

    protected static Result done(WebTestClient.ResponseSpec answer) {
        return body(answer.expectStatus().isOk(), Result.class);
    }

    protected Result desk(UUID result) {
        return done(as(ROI_REVIEWER).get().uri("/api/results/" + result).exchange());
    }

    protected WebTestClient.ResponseSpec explaining(
            UUID result, String viewer, @Nullable Instant at) {
        return as(ROI_REVIEWER)
                .get()
                .uri(
                        "/api/patients/%s/visibility?resultId=%s&viewer=%s%s"
                                .formatted(
                                        child.id(), result, viewer, at == null ? "" : "&at=" + at))
                .exchange();
    }

    protected Visibility explain(UUID result, String viewer, @Nullable Instant at) {
        return body(explaining(result, viewer, at).expectStatus().isOk(), Visibility.class);
    }

    protected String theirPath() {
        return "/portal/patients/%s/results".formatted(child.id());
    }

    protected List<PortalResult> mine() {
        return read(own, "/portal/me/results").items();
    }

    protected List<PortalResult> theirs() {
        return read(parent.portal(), theirPath()).items();
    }

    protected static PortalResults read(WebTestClient portal, String path) {
        return body(portal.get().uri(path).exchange().expectStatus().isOk(), PortalResults.class);
    }
}
