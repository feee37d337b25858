package org.portaldesk.api.proxy;

import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.proxy.Records.Person;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.portaldesk.testing.paper.Papers;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What tests of proxy authorization have in common: people, forms, and how staff go about it. */
public abstract class ProxyIT extends ApiIT {

    static final String PASSWORD = "a long enough pass phrase";

    static final Map<String, Object> CHECKLIST =
            Map.of(
                    "description", true,
                    "discloser", true,
                    "recipient", true,
                    "purpose", true,
                    "expiry", true,
                    "signatureAndDate", true,
                    "representativeAuthority", true);

    private static final Map<String, String> SECOND = new ConcurrentHashMap<>();

    private Connection connection;
    protected Records records;

    @BeforeEach
    void open() throws SQLException {
        connection = superuser();
        records = new Records(connection);
        // Others' failures from this address would shut out whoever activates a code here.
        connection.createStatement().executeUpdate("DELETE FROM portal_failure");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /** Today, where the facility is. */
    protected static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/New_York"));
    }

    /** Somebody who turned that age some days ago. */
    protected static LocalDate aged(int years, int daysAgo) {
        return today().minusYears(years).minusDays(daysAgo);
    }

    /** The other of the two reviewers. */
    WebTestClient secondReviewer() {
        return with(SECOND.computeIfAbsent("andre.beaumont", ProxyIT::staffToken));
    }

    private static String staffToken(String username) {
        var member =
                backing().staff().stream()
                        .filter(one -> one.username().equals(username))
                        .findFirst()
                        .orElseThrow();
        return backing().staffSignIn().signIn(member.username(), member.password()).accessToken();
    }

    static Map<String, Object> request(Person patient, String kind, String as) {
        return request(patient, kind, as, "Alex", "Parent" + Records.word());
    }

    static Map<String, Object> request(
            Person patient, String kind, String as, String given, String family) {
        var number = Records.number();
        var request = new HashMap<String, Object>();
        request.put("patientId", patient.id());
        request.put("kind", kind);
        request.put("relationship", as);
        request.put(
                "proxy",
                Map.of(
                        "givenName",
                        given,
                        "familyName",
                        family,
                        "birthDate",
                        "1980-04-05",
                        "email",
                        "proxy" + number + "@example.org",
                        "phone",
                        "413-555-%04d".formatted(number % 10_000)));
        return request;
    }

    WebTestClient.ResponseSpec submit(Map<String, Object> request, byte[]... forms) {
        return submit(as(HIM_STAFF), request, forms);
    }

    static WebTestClient.ResponseSpec submit(
            WebTestClient client, Map<String, Object> request, byte[]... forms) {
        var body = new MultipartBodyBuilder();
        body.part("request", request, MediaType.APPLICATION_JSON);
        for (var form : forms) {
            body.part("form", new Named(form), MediaType.APPLICATION_PDF);
        }
        return client.post()
                .uri("/api/proxy-requests")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(body.build())
                .exchange();
    }

    /** Parts need a file name to be files; what it says does not count. */
    private static final class Named extends ByteArrayResource {
        Named(byte[] content) {
            super(content);
        }

        @Override
        public String getFilename() {
            return "../../scan.pdf";
        }
    }

    SubmittedProxyRequest submitted(Map<String, Object> request, byte[]... forms) {
        return body(submit(request, forms).expectStatus().isCreated(), SubmittedProxyRequest.class);
    }

    /** A minor's request with a form, recorded by HIM. */
    ProxyRequest minors(Person child) {
        return read(
                submitted(request(child, "MINOR", "PARENT"), Papers.form("birth certificate"))
                        .id());
    }

    ProxyRequest adults(Person patient) {
        return read(submitted(request(patient, "ADULT", "SPOUSE"), Papers.form("signed")).id());
    }

    ProxyRequest read(UUID id) {
        return body(
                as(ROI_REVIEWER)
                        .get()
                        .uri("/api/proxy-requests/" + id)
                        .exchange()
                        .expectStatus()
                        .isOk(),
                ProxyRequest.class);
    }

    static Map<String, Object> approval(ProxyRequest request) {
        var approval = new HashMap<String, Object>();
        approval.put("identityVerified", true);
        approval.put("authorityVerified", true);
        approval.put("checklist", CHECKLIST);
        if (request.documentSha256() != null) {
            approval.put("documentSha256", request.documentSha256());
        }
        approval.put("expiresOn", today().plusDays(200).toString());
        return approval;
    }

    WebTestClient.ResponseSpec act(UUID id, String act, @Nullable Object body) {
        return act(as(ROI_REVIEWER), id, act, body);
    }

    static WebTestClient.ResponseSpec act(
            WebTestClient client, UUID id, String act, @Nullable Object body) {
        var post =
                client.post()
                        .uri("/api/proxy-requests/%s/%s".formatted(id, act))
                        .contentType(MediaType.APPLICATION_JSON);
        return (body == null ? post : post.bodyValue(body)).exchange();
    }

    ProxyRequest approved(ProxyRequest request) {
        return body(
                act(request.id(), "approve", approval(request)).expectStatus().isOk(),
                ProxyRequest.class);
    }

    UUID grantOf(ProxyRequest request) {
        return Objects.requireNonNull(Objects.requireNonNull(request.decision()).grantId());
    }

    /** A grant on this child's record that its proxy has confirmed, and the proxy's sign-in. */
    protected record Granted(UUID grant, WebTestClient portal) {}

    protected Granted granted(Person patient, String kind) throws SQLException {
        var request = kind.equals("MINOR") ? minors(patient) : adults(patient);
        var grant = grantOf(approved(request));
        var person = records.id("SELECT proxy_person_id FROM proxy_grant WHERE id = ?", grant);
        var portal = with(portalAccount("proxy_person_id", person));
        portal.post()
                .uri("/portal/me/proxy-grants/%s/confirm".formatted(grant))
                .bodyValue(Map.of("patientBirthDate", patient.birthDate()))
                .exchange()
                .expectStatus()
                .isOk();
        return new Granted(grant, portal);
    }

    /** Opens an account behind the API; a token of it. */
    protected String portalAccount(String column, UUID person) throws SQLException {
        var username = "proxy-" + Records.number();
        var admin = backing().keycloak().admin();
        admin.post(
                "/patients/users",
                Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "firstName",
                        "Proxy",
                        "lastName",
                        "Test",
                        "email",
                        username + "@example.org",
                        "credentials",
                        List.of(
                                Map.of(
                                        "type",
                                        "password",
                                        "value",
                                        PASSWORD,
                                        "temporary",
                                        false))));
        var id =
                admin.get("/patients/users?exact=true&username=" + username)
                        .path(0)
                        .path("id")
                        .stringValue();
        records.run(
                "INSERT INTO portal_account (%s, keycloak_id, username, username_folded, state) VALUES (?, ?, ?, ?, 'ACTIVE')"
                        .formatted(column),
                person,
                UUID.fromString(id),
                username,
                username);
        return backing().patientSignIn().signIn(username, PASSWORD).accessToken();
    }

    protected Problem refusal(WebTestClient.ResponseSpec answer, int status) {
        return body(answer.expectStatus().isEqualTo(status), Problem.class);
    }

    protected static <T> T body(WebTestClient.ResponseSpec answer, Class<T> type) {
        return Objects.requireNonNull(answer.expectBody(type).returnResult().getResponseBody());
    }

    static Instant now() {
        return Instant.now();
    }
}
