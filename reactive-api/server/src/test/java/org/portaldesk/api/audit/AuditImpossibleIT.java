package org.portaldesk.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.portaldesk.contract.identity.StaffRole.ADMINISTRATOR;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;
import static org.portaldesk.contract.identity.StaffRole.SUPPORT_AGENT;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.audit.AuditVerification;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * No event, no act, and no look at anybody's data; and all is well again once events can be
 * written.
 */
class AuditImpossibleIT extends FeedIT {

    /** Long before anything gives up by itself, also on a busy machine. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TOGETHER = 12;

    private static final String SMALLEST =
            "INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome) VALUES ('', '', '', '{}', '', 'ROW', 'DONE')";

    /** What each of these acts would leave behind. */
    private static final String TRACES =
            """
            SELECT jsonb_build_array(
                (SELECT to_jsonb(patient) - 'epoch' FROM patient WHERE id = '%1$s'),
                (SELECT count(*) FROM activation_code WHERE patient_id = '%1$s'),
                (SELECT count(*) FROM verification WHERE patient_id = '%1$s'),
                (SELECT count(*) FROM proxy_block WHERE patient_id = '%1$s'),
                (SELECT count(*) FROM access_report WHERE patient_id = '%1$s'),
                (SELECT count(*) FROM code_request WHERE family_name = '%2$s'))
            """;

    private record Call(
            WebTestClient client,
            HttpMethod method,
            String path,
            MediaType type,
            @Nullable Object body) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final String family = family("Unseen");
    private final FedPatient fed =
            FedPatient.named(family, "Ann").email(family + "@example.org").ssn("999-83-7391");
    private UUID patient;

    /** Public pages count by address, and all tests come from one. */
    @BeforeEach
    void nobodyWasHereBefore() throws Exception {
        change(
                "UPDATE code_request SET client_address = '192.0.2.1', received_at = received_at - interval '2 hours'");
        change("DELETE FROM portal_failure");
    }

    @BeforeEach
    void feedPatient() {
        given(fed);
        patient =
                UUID.fromString(
                        Objects.requireNonNull(
                                value("SELECT id FROM patient WHERE fhir_id = ?", fed.id())));
    }

    @Test
    void withoutTheRightToAddEvents() throws Exception {
        var before = traces();
        change("REVOKE INSERT ON audit_event FROM portaldesk_api");
        try {
            nothingIsDoneAndNothingShown();
        } finally {
            change("GRANT INSERT ON audit_event TO portaldesk_api");
        }
        assertThat(traces()).isEqualTo(before);
        allIsWellAgain();
    }

    @Test
    void whileSomebodyHoldsTheTable() throws Exception {
        var before = traces();
        try (var other = superuser()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE audit_event IN ACCESS EXCLUSIVE MODE");
            nothingIsDoneAndNothingShown();
            manyAtOnceAreToldAtOnce();
            other.rollback();
        }
        assertThat(traces()).isEqualTo(before);
        allIsWellAgain();
    }

    @Test
    void onAFullDisk() throws Exception {
        try (var other = superuser()) {
            assumeTrue(SmallDisk.possible(other), "nothing can be mounted here");
            onAFullDisk(other);
        }
    }

    private void onAFullDisk(Connection other) throws Exception {
        try (var disk = SmallDisk.under(other, "audit_event")) {
            disk.fill(SMALLEST);
            useUpWhatIsLeft();
            var before = traces();
            nothingIsDoneAndNothingShown();
            assertThat(traces()).isEqualTo(before);
            disk.free();
            allIsWellAgain();
        }
    }

    /**
     * The pages that each of the API's connections is filling hold some events yet, and more of the
     * small ones than of the large: all looks at once, until none is answered for a while.
     */
    private void useUpWhatIsLeft() throws Exception {
        var looks = calls().stream().filter(call -> call.method == HttpMethod.GET).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var refused = 0;
            for (var wave = 0; wave < 200 && refused < 4; wave++) {
                var all = new ArrayList<Future<Integer>>();
                for (var look : looks) {
                    all.add(threads.submit(() -> answer(look).getStatus().value()));
                }
                var seen = 0;
                for (var one : all) {
                    seen += one.get() == 503 ? 0 : 1;
                }
                refused = seen == 0 ? refused + 1 : 0;
            }
        }
    }

    private void nothingIsDoneAndNothingShown() {
        for (var call : calls()) {
            isRefusedAtOnce(call);
        }
    }

    private void manyAtOnceAreToldAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var look = get(HIM_STAFF, "/api/patients/" + patient);
            var all = new ArrayList<Future<?>>();
            for (var one = 0; one < TOGETHER; one++) {
                all.add(threads.submit(() -> isRefusedAtOnce(look)));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    private void isRefusedAtOnce(Call call) {
        var begin = Instant.now();
        var answer = answer(call);
        assertThat(Duration.between(begin, Instant.now())).as("%s", call).isLessThan(AT_ONCE);
        assertThat(answer.getStatus().value()).as("%s", call).isEqualTo(503);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isNotNull();
        // The id of a request may have any four digits.
        assertThat(body(answer.getResponseBody()).replaceAll("\"requestId\":\"[^\"]*\"", ""))
                .as("%s", call)
                .contains("UNAVAILABLE")
                .doesNotContainIgnoringCase(family)
                .doesNotContain(fed.mrn(), "1970-06-22", "7391", patient.toString());
    }

    /** Without a restart and without anybody's help. */
    private void allIsWellAgain() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        var look = get(HIM_STAFF, "/api/patients/" + patient);
        while (answer(look).getStatus().value() != 200 && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(body(answer(look).getResponseBody())).contains(family);
        for (var call : calls()) {
            assertThat(answer(call).getStatus().value()).as("%s", call).isLessThan(500);
        }
        var verified =
                as(PRIVACY_OFFICER)
                        .get()
                        .uri("/api/audit/verify")
                        .exchange()
                        .expectBody(AuditVerification.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(Objects.requireNonNull(verified).findings()).isEmpty();
    }

    private List<Call> calls() {
        var own = "/api/patients/" + patient;
        return List.of(
                get(HIM_STAFF, own),
                post(HIM_STAFF, "/api/patients/search", Map.of("q", family)),
                post(HIM_STAFF, own + "/reveal", Map.of("field", "ADDRESS", "reason", "asked")),
                get(HIM_STAFF, own + "/history"),
                post(HIM_STAFF, own + "/activation-codes", Map.of("channel", "HANDED_OVER")),
                get(HIM_STAFF, own + "/activation-codes"),
                get(HIM_STAFF, "/api/activation-codes"),
                get(HIM_STAFF, "/api/code-requests"),
                get(HIM_STAFF, "/api/letters"),
                get(SUPPORT_AGENT, own + "/calls"),
                post(SUPPORT_AGENT, own + "/verifications", Map.of("caller", "PATIENT")),
                get(ROI_REVIEWER, own + "/proxies"),
                post(ROI_REVIEWER, own + "/proxy-blocks", block()),
                get(ROI_REVIEWER, "/api/proxy-requests"),
                get(PRIVACY_OFFICER, "/api/audit?limit=5"),
                get(PRIVACY_OFFICER, "/api/audit?patientId=" + patient),
                post(PRIVACY_OFFICER, own + "/access-reports", Map.of()),
                get(PRIVACY_OFFICER, own + "/disclosures"),
                get(PRIVACY_OFFICER, "/api/cases"),
                // A refusal that cannot be put on record is no answer either.
                get(ADMINISTRATOR, own),
                new Call(feed(), HttpMethod.PUT, "/fhir/Patient/" + fed.id(), FHIR, renamed()),
                new Call(
                        anonymous(),
                        HttpMethod.POST,
                        "/portal/code-requests",
                        MediaType.APPLICATION_JSON,
                        wish()));
    }

    private Call get(StaffRole role, String path) {
        return new Call(as(role), HttpMethod.GET, path, MediaType.APPLICATION_JSON, null);
    }

    private Call post(StaffRole role, String path, Map<String, ?> body) {
        return new Call(as(role), HttpMethod.POST, path, MediaType.APPLICATION_JSON, body);
    }

    private String renamed() {
        return fed.json().replace("\"Ann\"", "\"Anna\"");
    }

    private static Map<String, String> block() {
        return Map.of("givenName", "Paul", "familyName", "Barred", "reason", "court order");
    }

    private Map<String, String> wish() {
        return Map.of(
                "givenName", "Ann",
                "familyName", family,
                "birthDate", "1970-06-22",
                "ssnLast4", "7391",
                "email", family + "@example.org",
                "deliverBy", "EMAIL");
    }

    private static EntityExchangeResult<byte[]> answer(Call call) {
        var request = call.client.method(call.method).uri(call.path).contentType(call.type);
        var exchange =
                call.body == null ? request.exchange() : request.bodyValue(call.body).exchange();
        return exchange.expectBody().returnResult();
    }

    private static String body(byte @Nullable [] bytes) {
        return new String(Objects.requireNonNullElse(bytes, new byte[0]), StandardCharsets.UTF_8);
    }

    private @Nullable String traces() {
        return value(TRACES.formatted(patient, family));
    }
}
