package org.portaldesk.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portaldesk.contract.identity.StaffRole.CLINICIAN;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.privacy.store.ShownRows;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who reads far more patients than others: told of, slowed, asked why. The person is one
 * who has read little in the tests before; what they read is written behind the API's back.
 */
class ReadingBudgetsIT extends FeedIT {

    private static final String WHY = "I sort the backlog of the merger of two clinics.";

    private static final String BUSY_HOUR =
            """
            INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, after)
            SELECT '%s', 'busy', 'Busy Body', '{clinician}', 'r', 'RESULTS_LISTED', 'DONE',
                   jsonb_build_object('patients', (SELECT jsonb_agg(md5((list * 10 + n)::text)::uuid) FROM generate_series(1, 25) AS n))
            FROM generate_series(1, 1000) AS list
            """;

    @Autowired private ShownRows shown;

    private int budget;
    private String person = "";

    @BeforeEach
    void aBudgetOfWhatWasShownBeforeAndTwentyMore() {
        person =
                JsonMapper.shared()
                        .readTree(call(CLINICIAN, HttpMethod.GET, "/api/me").getResponseBody())
                        .path("id")
                        .stringValue();
        change("DELETE FROM watch_case WHERE rule = 'VOLUME' AND actor = '%s'".formatted(person));
        budget = shown() / (2 + reasons()) + 20;
        set(CLINICIAN, budget);
    }

    @AfterEach
    void theBudgetIsAsItWas() {
        change(
                "DELETE FROM setting WHERE name LIKE 'watch.patients-shown-per-hour.%' AND set_by = 'test'");
    }

    @Test
    void whoReadsFarMoreThanOthersIsSlowedThenAskedWhyAndGoesOn() {
        show(most() - budget / 2 - shown() - 1);
        assertThat(quickest(CLINICIAN)).isLessThan(Duration.ofSeconds(2));

        show(1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(quickest(CLINICIAN))
                                        .isGreaterThanOrEqualTo(Duration.ofSeconds(2)));
        assertThat(quickest(SUPERVISOR)).isLessThan(Duration.ofSeconds(2));
        explain(WHY).expectStatus().isEqualTo(409);

        show(most() - shown());
        everyReadingIsStopped();
        theCallersOwnAndActsGoOn();
        explain("asdf").expectStatus().isBadRequest();

        var said = Flux.range(0, 2).flatMap(_ -> reason()).collectList().block();
        assertThat(said).contains(201);
        assertThat(status(HttpMethod.GET, "/api/results")).isEqualTo(200);
        assertThat(rows("SELECT said FROM watch_case WHERE rule = 'VOLUME' AND actor = ?", person))
                .singleElement()
                .satisfies(words -> assertThat(words).startsWith(WHY));
        assertThat(
                        rows(
                                "SELECT DISTINCT reason FROM audit_event WHERE act = 'READING_EXPLAINED' AND outcome = 'DONE' AND actor = ?",
                                person))
                .containsExactly(WHY);

        show(budget);
        everyReadingIsStopped();
    }

    @Test
    void theCountOfABusyHourTakesMilliseconds() {
        change(BUSY_HOUR.formatted(person));
        var counted = Stream.generate(this::count).limit(20).sorted().toList();
        System.out.printf(
                "Patients shown within an hour, 1,000 lists of 25: counted in %d ms (median of 20)%n",
                counted.get(10).toMillis());
    }

    private Duration count() {
        var begin = System.nanoTime();
        var caller = new Caller(person, "x", "X", List.of(), "127.0.0.1", "r");
        assertThat(Objects.requireNonNull(shown.shown(caller).block()).patients())
                .isGreaterThanOrEqualTo(10_015);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private Mono<Integer> reason() {
        return Mono.fromCallable(() -> explain(WHY).returnResult(String.class).getStatus().value())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void everyReadingIsStopped() {
        var patient = UUID.randomUUID();
        assertThat(
                        Stream.of(
                                "/api/patients?q=whit",
                                "/api/%70atients?q=whit",
                                "/api/patients/" + patient,
                                "/api/patients/" + patient + "/visibility",
                                "/api/results",
                                "/api/results/" + patient,
                                "/%61pi/results",
                                "/api/holds",
                                "/fhir/AuditEvent"))
                .allSatisfy(path -> assertStopped(HttpMethod.GET, path));
        assertStopped(HttpMethod.POST, "/api/patients/search");
        assertStopped(HttpMethod.POST, "/api/patients/%73earch");
        assertStopped(HttpMethod.POST, "/api/patients/" + patient + "/%72eveal");
    }

    private void assertStopped(HttpMethod method, String path) {
        var answer = call(CLINICIAN, method, path);
        assertThat(answer.getStatus().value()).as(path).isEqualTo(403);
        assertThat(answer.getResponseBody())
                .as(path)
                .containsAnyOf("READING_REASON_NEEDED", "\"FORBIDDEN\"");
    }

    private void theCallersOwnAndActsGoOn() {
        assertThat(List.of("/api/me", "/api/me/drafts"))
                .allSatisfy(path -> assertThat(status(HttpMethod.GET, path)).isEqualTo(200));
        var hold = "/api/results/" + UUID.randomUUID() + "/hold";
        assertThat(call(CLINICIAN, HttpMethod.POST, hold).getResponseBody())
                .doesNotContain("READING_REASON_NEEDED");
    }

    private ResponseSpec explain(String reason) {
        return as(CLINICIAN)
                .post()
                .uri("/api/me/reading-reasons")
                .bodyValue(Map.of("reason", reason))
                .exchange();
    }

    private int status(HttpMethod method, String path) {
        return call(CLINICIAN, method, path).getStatus().value();
    }

    private EntityExchangeResult<String> call(StaffRole role, HttpMethod method, String path) {
        return as(role).method(method)
                .uri(base -> URI.create(base.build() + path))
                .header("Content-Type", "application/json")
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private Duration quickest(StaffRole role) {
        return Stream.generate(() -> timed(role)).limit(2).min(Duration::compareTo).orElseThrow();
    }

    private Duration timed(StaffRole role) {
        var begin = System.nanoTime();
        assertThat(call(role, HttpMethod.GET, "/api/results?limit=1").getStatus().value())
                .isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private int most() {
        return budget * (2 + reasons());
    }

    private int reasons() {
        return number(
                """
                SELECT count(DISTINCT date_trunc('minute', occurred_at)) FROM audit_event
                WHERE actor = ? AND act = 'READING_EXPLAINED' AND outcome = 'DONE' AND occurred_at > now() - interval '1 hour'
                """);
    }

    private int shown() {
        return number(
                """
                SELECT count(DISTINCT patient) FROM audit_event CROSS JOIN LATERAL (
                    SELECT patient_id::text WHERE patient_id IS NOT NULL AND (act LIKE '%\\_READ' OR act = 'FIELD_REVEALED')
                    UNION ALL SELECT jsonb_array_elements_text(after -> 'patients') WHERE jsonb_typeof(after -> 'patients') = 'array')
                    AS shown (patient)
                WHERE actor = ? AND outcome = 'DONE' AND occurred_at > now() - interval '1 hour'
                """);
    }

    private int number(String query) {
        return Integer.parseInt(String.valueOf(value(query, person)));
    }

    /** So many patients more, whom nobody has seen before. */
    private void show(int patients) {
        change(
                """
                INSERT INTO audit_event (actor, actor_username, actor_name, actor_roles, request_id, act, outcome, after)
                SELECT '%s', 'busy', 'Busy Body', '{clinician}', 'r', 'RESULTS_LISTED', 'DONE',
                       jsonb_build_object('patients', (SELECT jsonb_agg(gen_random_uuid()) FROM generate_series(1, %d)))
                """
                        .formatted(person, patients));
    }

    /** It counts after three seconds, when settings are read anew. */
    private static void set(StaffRole role, int budget) {
        change(
                """
                INSERT INTO setting (name, effective_from, value, set_by)
                VALUES ('watch.patients-shown-per-hour.%s', clock_timestamp(), '%d', 'test')
                """
                        .formatted(role.realmRole(), budget));
    }
}
