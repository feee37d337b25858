package org.portaldesk.api.activation;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.notice.CodeMint;
import org.portaldesk.local.signin.SignInRefused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.netty.http.client.HttpClient;

/** People at the sign-up page, with codes that the test issued. */
abstract class PortalIT extends ApiIT {

    static final String PASSWORD = "a long enough pass phrase";

    /**
     * Where a test's people are when it does not matter; its failures are forgotten before each
     * test.
     */
    static final String SOMEWHERE = "127.0.0.1";

    @LocalServerPort private int port;
    @Autowired private CodeMint mint;

    Connection database;

    /** A live code of a person. */
    record Issued(UUID id, String printed) {}

    @BeforeEach
    void open() throws SQLException {
        database = superuser();
        Sql.run(database, "DELETE FROM portal_failure");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    Issued issue(Person person) throws SQLException {
        var minted = mint.mint();
        var id =
                Sql.one(
                        database,
                        """
                        INSERT INTO activation_code (patient_id, channel, code_hash, expires_at, issued_by, issued_by_name)
                        VALUES (?, 'HANDED_OVER', ?, clock_timestamp() + interval '1080 hours', 'test', 'test')
                        RETURNING id
                        """,
                        person.id(),
                        minted.hash());
        return new Issued(UUID.fromString(id), minted.printed());
    }

    static Map<String, Object> wish(Person person, String code, String username) {
        var wish = new LinkedHashMap<String, Object>();
        wish.put("code", code);
        wish.put("birthDate", person.birthDate().toString());
        wish.put("ssnLast4", person.ssnLast4());
        wish.put("username", username);
        wish.put("password", PASSWORD);
        return wish;
    }

    static Map<String, Object> wish(Person person, Issued code) {
        return wish(person, code.printed(), fresh());
    }

    static Map<String, Object> with(Map<String, Object> wish, String field, Object value) {
        wish.put(field, value);
        return wish;
    }

    ResponseSpec post(Map<String, Object> wish) {
        return from(SOMEWHERE, wish);
    }

    ResponseSpec from(String address, Map<String, Object> wish) {
        var http = HttpClient.create().bindAddress(() -> new InetSocketAddress(address, 0));
        return WebTestClient.bindToServer(new ReactorClientHttpConnector(http))
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .post()
                .uri("/portal/activations")
                .bodyValue(wish)
                .exchange();
    }

    /** Everything that a refused caller gets to see, less what names the one request. */
    String refusal(Map<String, Object> wish) {
        var answer =
                post(wish).expectStatus().isEqualTo(422).expectBody(String.class).returnResult();
        var headers = new LinkedHashMap<String, Object>();
        answer.getResponseHeaders().forEach(headers::put);
        headers.remove("X-Request-Id");
        headers.remove("Date");
        return headers
                + String.valueOf(answer.getResponseBody())
                        .replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    String stateOf(Issued code) throws SQLException {
        return Sql.one(database, "SELECT state FROM activation_code WHERE id = ?", code.id());
    }

    boolean canSignIn(String username) {
        try {
            backing().patientSignIn().signIn(username, PASSWORD);
            return true;
        } catch (SignInRefused refused) {
            return false;
        }
    }

    int usersNamed(String username) {
        return backing()
                .keycloak()
                .admin()
                .get("/patients/users?exact=true&username=" + username)
                .size();
    }

    static String fresh() {
        return "u" + Long.toString(System.nanoTime(), 36);
    }
}
