package org.portaldesk.api.activation;

import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.activation.ActivationCode;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Staff at the desk, who issue codes. */
abstract class DeskIT extends ApiIT {

    static final Map<String, String> HANDED_OVER = Map.of("channel", "HANDED_OVER");
    static final Map<String, String> BY_EMAIL = Map.of("channel", "EMAIL");
    static final Map<String, String> BY_LETTER = Map.of("channel", "LETTER");

    Connection database;

    @BeforeEach
    void open() throws SQLException {
        database = superuser();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    ResponseSpec issue(Person person, Map<String, String> body) {
        return as(HIM_STAFF).post().uri(codes(person)).bodyValue(body).exchange();
    }

    ResponseSpec issue(Person person, Map<String, String> body, String key) {
        return as(HIM_STAFF)
                .post()
                .uri(codes(person))
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    static ActivationCode issued(ResponseSpec response) {
        var code = response.expectStatus().isCreated().expectBody(ActivationCode.class);
        return Objects.requireNonNull(code.returnResult().getResponseBody());
    }

    static void refused(ResponseSpec response, String code) {
        response.expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    static String codes(Person person) {
        return "/api/patients/" + person.id() + "/activation-codes";
    }

    static String fresh() {
        return "k" + Long.toString(System.nanoTime(), 36);
    }
}
