package org.portaldesk.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.ADMINISTRATOR;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;
import static org.portaldesk.contract.identity.StaffRole.SUPPORT_AGENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.Ledger.Line;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.Headers;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Calls of all kinds by everybody, right and wrong, four at a time: reads, lists, searches, acts,
 * refusals by role and by rule, calls without a token, and calls that are no use. Each is noted in
 * a ledger.
 */
public abstract class MixedCalls extends FeedIT {

    private static final int TOGETHER = 4;
    private static final int PATIENTS = 10;

    private final Ledger ledger = new Ledger();

    /** One of the callers' patients. */
    private static final class Known {

        final FedPatient fed;
        final UUID id;
        boolean hasCode;
        int changes;

        Known(FedPatient fed, UUID id) {
            this.fed = fed;
            this.id = id;
        }
    }

    /** Makes so many calls and holds their ledger against the record. */
    protected final void recordAgreesAfter(int calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Future<?>>();
            for (var caller = 0; caller < TOGETHER; caller++) {
                callers.add(threads.submit(() -> callMany(calls / TOGETHER)));
            }
            for (var caller : callers) {
                caller.get();
            }
        }
        try (var database = superuser()) {
            assertThat(ledger.differences(database)).isEmpty();
        }
        assertThat(ledger.calls()).isEqualTo(calls);
        System.out.printf("%,d calls, %,d events, one to one%n", ledger.calls(), ledger.events());
    }

    private void callMany(int calls) {
        var patients = new ArrayList<Known>();
        for (var one = 0; one < PATIENTS; one++) {
            patients.add(known());
        }
        var random = ThreadLocalRandom.current();
        for (var call = 0; call < calls; call++) {
            call(patients.get(random.nextInt(PATIENTS)), random.nextInt(22));
        }
    }

    private Known known() {
        var fed = FedPatient.named(family("Ledger"), "Ann").born("1980-03-04");
        given(fed);
        var id = value("SELECT id FROM patient WHERE fhir_id = ?", fed.id());
        return new Known(fed, UUID.fromString(Objects.requireNonNull(id)));
    }

    private void call(Known patient, int kind) {
        var own = "/api/patients/" + patient.id;
        switch (kind) {
            case 0, 1, 2 -> get(as(HIM_STAFF), own, 200, Line.done("PATIENT_READ", patient.id));
            case 3 ->
                    get(
                            as(HIM_STAFF),
                            own + "/activation-codes",
                            200,
                            Line.done("CODES_READ", patient.id));
            case 4 ->
                    get(
                            as(HIM_STAFF),
                            own + "/history?limit=1",
                            200,
                            Line.done("HISTORY_READ", patient.id));
            case 5 ->
                    get(
                            as(ROI_REVIEWER),
                            own + "/proxies",
                            200,
                            Line.done("PROXIES_READ", patient.id));
            case 6 ->
                    get(
                            as(ROI_REVIEWER),
                            own + "/proxy-blocks",
                            200,
                            Line.done("PROXY_BLOCKS_READ", patient.id));
            case 7 ->
                    get(
                            as(HIM_STAFF),
                            "/api/activation-codes?limit=1",
                            200,
                            Line.done("CODES_LISTED", null));
            case 8 ->
                    get(
                            as(HIM_STAFF),
                            "/api/letters?limit=1",
                            200,
                            Line.done("LETTERS_LISTED", null));
            case 9 ->
                    get(
                            as(PRIVACY_OFFICER),
                            "/api/audit?limit=1&patientId=" + patient.id,
                            200,
                            Line.done("AUDIT_READ", patient.id));
            case 10 ->
                    get(
                            as(PRIVACY_OFFICER),
                            own + "/disclosures?limit=1",
                            200,
                            Line.done("DISCLOSURES_READ", patient.id));
            case 11, 12 -> search(patient);
            case 13 -> reveal(patient);
            case 14 -> issue(patient);
            case 15 -> revoke(patient);
            case 16 -> feed(patient);
            case 17 -> get(as(ADMINISTRATOR), own, 403, Line.refused("ACCESS", null));
            case 18 ->
                    post(
                            as(SUPPORT_AGENT),
                            own + "/activation-codes",
                            Map.of("channel", "HANDED_OVER"),
                            403,
                            Line.refused("ACCESS", null));
            case 19 -> get(anonymous(), own, 401);
            case 20 -> get(as(HIM_STAFF), "/api/patients/" + UUID.randomUUID(), 404);
            default -> post(as(HIM_STAFF), own + "/reveal", Map.of("field", "EVERYTHING"), 400);
        }
    }

    private void search(Known patient) {
        var query = Map.of("q", patient.fed.mrn(), "limit", 5);
        post(
                as(HIM_STAFF),
                "/api/patients/search",
                query,
                200,
                Line.done("PATIENTS_SEARCHED", null));
    }

    private void reveal(Known patient) {
        post(
                as(SUPPORT_AGENT),
                "/api/patients/" + patient.id + "/reveal",
                Map.of("field", "BIRTH_DATE", "reason", "the caller asked"),
                200,
                Line.done("FIELD_REVEALED", patient.id));
    }

    /** A live code is replaced by whoever says why, and only by them. */
    private void issue(Known patient) {
        var path = "/api/patients/" + patient.id + "/activation-codes";
        var wish = Map.of("channel", "HANDED_OVER");
        var issued = Line.done("CODE_ISSUED", patient.id);
        if (!patient.hasCode) {
            post(as(HIM_STAFF), path, wish, 201, issued);
        } else if (ThreadLocalRandom.current().nextBoolean()) {
            post(as(HIM_STAFF), path, wish, 422, Line.refused("CODE_ISSUED", patient.id));
        } else {
            var again = Map.of("channel", "HANDED_OVER", "reason", "lost");
            post(as(HIM_STAFF), path, again, 201, issued, Line.done("CODE_SUPERSEDED", patient.id));
        }
        patient.hasCode = true;
    }

    private void revoke(Known patient) {
        var code =
                value("SELECT max(id::text) FROM activation_code WHERE patient_id = ?", patient.id);
        if (code == null) {
            get(as(SUPPORT_AGENT), "/api/audit", 403, Line.refused("ACCESS", null));
            return;
        }
        var left =
                patient.hasCode
                        ? Line.done("CODE_REVOKED", patient.id)
                        : Line.refused("CODE_REVOKED", patient.id);
        var path = "/api/activation-codes/" + code + "/revoke";
        post(as(HIM_STAFF), path, Map.of("reason", "lost"), patient.hasCode ? 200 : 409, left);
        patient.hasCode = false;
    }

    /** Every third time nothing is new, and so nothing happens. */
    private void feed(Known patient) {
        var same = ++patient.changes % 3 == 0;
        if (!same) {
            patient.fed.withoutTelecom().phone("860555%04d".formatted(patient.changes));
        }
        var left = same ? List.<Line>of() : List.of(Line.done("PATIENT_CHANGED", patient.id));
        var id = ledger.next();
        feed().put()
                .uri("/fhir/Patient/" + patient.fed.id())
                .header(Headers.REQUEST_ID, id)
                .contentType(FHIR)
                .bodyValue(patient.fed.json())
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody()
                .returnResult();
        ledger.note(id, left);
    }

    private void get(WebTestClient who, String path, int status, Line... left) {
        send(who, HttpMethod.GET, path, null, status, left);
    }

    private void post(
            WebTestClient who, String path, Map<String, ?> body, int status, Line... left) {
        send(who, HttpMethod.POST, path, body, status, left);
    }

    private void send(
            WebTestClient who,
            HttpMethod method,
            String path,
            @Nullable Object body,
            int status,
            Line... left) {
        var id = ledger.next();
        var request = who.method(method).uri(path).header(Headers.REQUEST_ID, id);
        (body == null ? request : request.bodyValue(body))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
        ledger.note(id, List.of(left));
    }
}
