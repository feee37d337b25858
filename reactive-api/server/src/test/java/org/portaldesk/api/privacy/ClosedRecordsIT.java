package org.portaldesk.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.api.privacy.model.Thing;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A restricted record is closed by whatever way it is come to: every id, spelling, role and list.
 */
class ClosedRecordsIT extends FeedIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The ids of these addresses name nothing of one patient. */
    private static final Map<String, String> OF_NO_PATIENT =
            Map.ofEntries(
                    Map.entry("letter-batches", "sheets of many; closed ones are left out"),
                    Map.entry("me/drafts", "what the caller has typed, for the caller alone"),
                    Map.entry("policies", "rules"),
                    Map.entry("staff-locks", "members of staff"),
                    Map.entry("release-changes", "rules"),
                    Map.entry("clinicians", "the directory of who may determine"),
                    Map.entry("audit", "events, for the privacy officer alone"),
                    Map.entry("audit/searches", "searches that the privacy officer keeps"),
                    Map.entry("access-reports", "reports, for the privacy officer alone"),
                    Map.entry("watch-cases", "cases, for the privacy officer alone"),
                    Map.entry(
                            "results/bulk", "jobs over many; closed ones are refused one by one"));

    /** What opens a record, and what restricts it. */
    private static final Set<String> ABOUT_GLASS = Set.of("break-glass", "restrict", "unrestrict");

    private record Operation(HttpMethod method, String pattern, Set<StaffRole> allowed) {

        /** What the id names: {@code results} of {@code /api/results/{id}/hold}. */
        String thing() {
            return pattern.substring("/api/".length(), pattern.indexOf("/*"));
        }

        String address(String id) {
            return pattern.replaceFirst("[*]", id).replace("*", "1");
        }
    }

    /** Lists with more show the newest first, among whom both are. */
    private static final int MOST_PAGES = 8;

    /** So many of the spellings are the same address. */
    private static final int SAME = 2;

    private final AtomicInteger asked = new AtomicInteger();

    private Chart closed = new Chart(new UUID(0, 0), "", "", Map.of());
    private Chart open = closed;

    @BeforeEach
    void oneRestrictedAndOneWhoIsNot() throws SQLException {
        closed = chart();
        open = chart();
        as(StaffRole.PRIVACY_OFFICER)
                .post()
                .uri("/api/patients/{id}/restrict", closed.patient())
                .bodyValue(Map.of("reason", "Mayor of the town"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void everyIdInAnAddressNamesAPatientsThingOrIsKnownToNameNone() throws IOException {
        assertThat(operations().stream().map(Operation::thing).distinct())
                .allSatisfy(
                        thing ->
                                assertThat(
                                                Thing.under(thing).isPresent()
                                                        || OF_NO_PATIENT.containsKey(thing))
                                        .as(thing)
                                        .isTrue());
    }

    @Test
    void theRuleInTheDatabaseKnowsWhoMayRestrictRecords() {
        for (var role : StaffRole.values()) {
            var found =
                    rows(
                            "SELECT closed_patient(jsonb_build_object('id', 'x', 'roles', jsonb_build_array(?::text)))::text",
                            role.realmRole());
            assertThat(found.contains(closed.patient().toString()))
                    .as("%s", role)
                    .isNotEqualTo(Permission.RESTRICT_RECORDS.roles().contains(role));
        }
    }

    @Test
    void noSpellingOfNoIdOpensARestrictedRecordToAnybody() throws Exception {
        var calls = new ArrayList<Callable<List<String>>>();
        for (var operation : operations()) {
            if (Thing.under(operation.thing()).isPresent() && !isAboutGlass(operation)) {
                for (var role : StaffRole.values()) {
                    calls.add(() -> wrong(operation, role));
                }
            }
        }
        var wrong = inParallel(calls).stream().flatMap(List::stream).toList();
        System.out.printf(
                "Restricted records: %d calls of %d addresses x %d spellings x 2 records x %d roles, %d opened%n",
                asked.get(),
                calls.size() / StaffRole.values().length,
                spellings(UUID.randomUUID()).size(),
                StaffRole.values().length,
                wrong.size());
        assertThat(wrong).isEmpty();
    }

    @Test
    void noListShowsAnythingOfARestrictedRecord() throws IOException {
        for (var list : lists()) {
            for (var role : list.allowed) {
                if (role != StaffRole.PRIVACY_OFFICER && role != StaffRole.ADMINISTRATOR) {
                    var shown = everyPage(as(role), list.pattern);
                    assertThat(shown)
                            .as("%s to %s", list.pattern, role)
                            .doesNotContain(closed.secret(), closed.patient().toString());
                    if (SHOWING.contains(list.pattern)) {
                        assertThat(shown).contains(open.patient().toString());
                    }
                }
            }
        }
    }

    /**
     * Those that show the row of whoever is not restricted, so that the test above cannot pass
     * idly.
     */
    private static final Set<String> SHOWING =
            Set.of(
                    "/api/activation-codes",
                    "/api/contact-overrides",
                    "/api/verification-overrides",
                    "/api/letters",
                    "/api/results",
                    "/api/holds");

    @Test
    void aSearchShowsOfARestrictedRecordTheNameAlone() {
        var found =
                as(StaffRole.HIM_STAFF)
                        .post()
                        .uri("/api/patients/search")
                        .bodyValue(Map.of("q", closed.family()))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        var row = JSON.readTree(Objects.requireNonNull(found)).path("items").path(0);
        assertThat(row.path("name").asString()).startsWith(closed.family());
        assertThat(row.path("restricted").asBoolean()).isTrue();
        assertThat(row.has("account")).isFalse();
        assertThat(found).doesNotContain("1970").doesNotContain(mrn(closed));
    }

    @Test
    void noBodyNamesARestrictedRecord() {
        refusesBody(
                "/api/code-requests/{id}/approve",
                "code-requests",
                Map.of("patientId", closed.patient(), "channel", "LETTER"),
                StaffRole.HIM_STAFF);
        refusesBody(
                "/api/proxy-requests/{id}/approve",
                "proxy-requests",
                Map.of("patientId", closed.patient()),
                StaffRole.ROI_REVIEWER);
        refusesBody(
                "/api/proxy-requests/{id}/approve",
                "proxy-requests",
                Map.of("proxyPatientId", closed.patient()),
                StaffRole.ROI_REVIEWER);
    }

    @Test
    void anActOnManyLeavesRestrictedRecordsOutAndSaysSoOfThoseThatAreNamed() {
        var named =
                bulk(
                        Map.of(
                                "act",
                                "RELEASE",
                                "dryRun",
                                true,
                                "ids",
                                List.of(closed.id("results"), open.id("results"))));
        assertThat(named)
                .doesNotContain(closed.secret())
                .contains("RESTRICTED")
                .contains(open.secret());
        var picked =
                bulk(
                        Map.of(
                                "act",
                                "RELEASE",
                                "dryRun",
                                true,
                                "filter",
                                Map.of("q", closed.secret())));
        assertThat(picked).doesNotContain(closed.id("results").toString());
    }

    private String bulk(Map<String, Object> body) {
        return Objects.requireNonNull(
                as(StaffRole.ROI_REVIEWER)
                        .post()
                        .uri("/api/results/bulk")
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private void refusesBody(String path, String thing, Map<String, Object> body, StaffRole role) {
        as(role).post()
                .uri(path, open.id(thing))
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("RESTRICTED")
                .jsonPath("$.patientId")
                .isEqualTo(closed.patient().toString());
    }

    private List<String> wrong(Operation operation, StaffRole role) {
        var wrong = new ArrayList<String>();
        for (var chart : List.of(closed, open)) {
            var spellings = spellings(chart.id(operation.thing()));
            // Whoever may not call it at all is sent away before anybody's id is read.
            var tried =
                    chart == closed || operation.allowed.contains(role) ? spellings.size() : SAME;
            for (int at = 0; at < tried; at++) {
                var answer = call(operation, role, operation.address(spellings.get(at)));
                if (isWrong(operation, role, chart == closed, at < SAME, answer)) {
                    wrong.add(
                            "%s %s as %s: %s"
                                    .formatted(
                                            operation.method,
                                            operation.address(spellings.get(at)),
                                            role,
                                            answer));
                }
            }
        }
        return wrong;
    }

    private record Answer(int status, String code) {}

    private static boolean isWrong(
            Operation operation, StaffRole role, boolean restricted, boolean same, Answer answer) {
        if (answer.status >= 500) {
            return true;
        }
        if (!operation.allowed.contains(role) || !same) {
            return answer.status < 400 || answer.code.equals("RESTRICTED");
        }
        var stands = restricted && role != StaffRole.PRIVACY_OFFICER;
        return stands != answer.code.equals("RESTRICTED");
    }

    private Answer call(Operation operation, StaffRole role, String address) {
        asked.incrementAndGet();
        var request =
                as(role).method(operation.method).uri(base -> URI.create(base.build() + address));
        if (operation.method != HttpMethod.GET) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(Map.of());
        }
        var result = request.exchange().expectBody().returnResult();
        var body =
                new String(
                        Objects.requireNonNullElse(result.getResponseBody(), new byte[0]),
                        StandardCharsets.UTF_8);
        return new Answer(
                result.getStatus().value(),
                body.startsWith("{") ? JSON.readTree(body).path("code").asString("") : "");
    }

    /** The same address in two spellings, and eleven that are none. */
    private static List<String> spellings(UUID id) {
        var plain = id.toString();
        return List.of(
                plain,
                "%" + Integer.toHexString(plain.charAt(0)) + plain.substring(1),
                "%20" + plain,
                plain + "%20",
                "%09" + plain,
                plain + "%0A",
                plain + ";v=1",
                plain.toUpperCase(Locale.ROOT) + "%20",
                "%7B" + plain + "%7D",
                "urn:uuid:" + plain,
                plain.replace("-", ""),
                "0" + plain,
                "%E2%80%8B" + plain);
    }

    private static boolean isAboutGlass(Operation operation) {
        return ABOUT_GLASS.stream().anyMatch(operation.pattern::endsWith);
    }

    private static List<Operation> operations() throws IOException {
        return table().stream()
                .filter(one -> one.pattern.startsWith("/api/") && one.pattern.contains("/*"))
                .toList();
    }

    private static List<Operation> lists() throws IOException {
        return table().stream()
                .filter(one -> one.method == HttpMethod.GET && !one.pattern.contains("*"))
                .filter(
                        one ->
                                one.pattern.startsWith("/api/")
                                        && !one.pattern.equals("/api/patients"))
                .toList();
    }

    private static List<Operation> table() throws IOException {
        try (var file = ClosedRecordsIT.class.getResourceAsStream("/endpoint-matrix.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("[| ]+"))
                    .map(
                            cells ->
                                    new Operation(
                                            HttpMethod.valueOf(cells[0]),
                                            cells[1],
                                            Arrays.stream(cells)
                                                    .skip(2)
                                                    .filter(ROLES::containsKey)
                                                    .map(ROLES::get)
                                                    .collect(Collectors.toSet())))
                    .toList();
        }
    }

    private static final Map<String, StaffRole> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("him", StaffRole.HIM_STAFF);
        ROLES.put("support", StaffRole.SUPPORT_AGENT);
        ROLES.put("roi", StaffRole.ROI_REVIEWER);
        ROLES.put("clinician", StaffRole.CLINICIAN);
        ROLES.put("supervisor", StaffRole.SUPERVISOR);
        ROLES.put("privacy", StaffRole.PRIVACY_OFFICER);
        ROLES.put("admin", StaffRole.ADMINISTRATOR);
    }

    private static String everyPage(WebTestClient client, String path) {
        var all = new StringBuilder();
        var pages = 0;
        String cursor = null;
        do {
            var from = cursor;
            var page =
                    Objects.requireNonNullElse(
                            client.get()
                                    .uri(
                                            base ->
                                                    from == null
                                                            ? base.path(path).build()
                                                            : base.path(path)
                                                                    .queryParam("limit", 200)
                                                                    .queryParam(
                                                                            "cursor", "{cursor}")
                                                                    .build(from))
                                    .exchange()
                                    .expectBody(String.class)
                                    .returnResult()
                                    .getResponseBody(),
                            "");
            all.append(page);
            cursor = page.startsWith("{") ? next(JSON.readTree(page)) : null;
        } while (cursor != null && ++pages < MOST_PAGES);
        return all.toString();
    }

    private static @Nullable String next(JsonNode page) {
        return page.path("next").isString() ? page.path("next").asString() : null;
    }

    private static <T> List<T> inParallel(List<Callable<T>> calls)
            throws InterruptedException, ExecutionException {
        try (var workers = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<T>();
            for (Future<T> one : workers.invokeAll(calls)) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private Chart chart() throws SQLException {
        var family = family("Behind");
        var person = FedPatient.named(family, "Glass");
        given(person);
        var id =
                UUID.fromString(
                        Objects.requireNonNull(
                                value("SELECT id FROM patient WHERE fhir_id = ?", person.id())));
        try (var database = superuser()) {
            return Chart.of(database, id, family, family("secret"));
        }
    }

    private static String mrn(Chart chart) {
        return Objects.requireNonNull(
                value("SELECT mrn FROM patient WHERE id = ?::uuid", chart.patient().toString()));
    }
}
