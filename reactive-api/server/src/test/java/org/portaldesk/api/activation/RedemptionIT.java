package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.notice.CodeMint;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

class RedemptionIT extends ApiIT {

    private static final String PASSWORD = "a long enough pass phrase";

    @Autowired private CodeMint mint;

    private Connection database;

    @BeforeEach
    void open() throws SQLException {
        database = superuser();
        Sql.run(database, "DELETE FROM portal_failure");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private record Issued(UUID id, String printed) {}

    private Issued issue(Person person) throws SQLException {
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

    private static Map<String, Object> wish(Person person, String code, String username) {
        var wish = new LinkedHashMap<String, Object>();
        wish.put("code", code);
        wish.put("birthDate", person.birthDate().toString());
        wish.put("ssnLast4", person.ssnLast4());
        wish.put("username", username);
        wish.put("password", PASSWORD);
        return wish;
    }

    private WebTestClient.ResponseSpec post(Map<String, Object> wish) {
        return anonymous().post().uri("/portal/activations").bodyValue(wish).exchange();
    }

    private static String fresh() {
        return "u" + Long.toString(System.nanoTime(), 36);
    }

    @Test
    void aCodeWithTheRightFactsOpensAnAccountThatCanSignIn() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        var username = fresh();

        post(wish(person, code.printed().toLowerCase().replace("-", " "), username))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.username")
                .isEqualTo(username);

        assertThat(backing().patientSignIn().signIn(username, PASSWORD).accessToken()).isNotEmpty();
        assertThat(Sql.one(database, "SELECT state FROM activation_code WHERE id = ?", code.id()))
                .isEqualTo("REDEEMED");
        assertThat(Sql.one(database, "SELECT state FROM activation WHERE code_id = ?", code.id()))
                .isEqualTo("DONE");
    }

    @Test
    void everyRefusalReadsTheSame() throws SQLException {
        var person = Person.adult(database);
        var code = issue(person);
        var unknown = refusal(wish(person, "ZZZZZ-ZZZZZ-ZZZZZ", fresh()));
        var noCode = refusal(wish(person, "what?", fresh()));
        var birthDate = wish(person, code.printed(), fresh());
        birthDate.put("birthDate", LocalDate.of(1970, 6, 23).toString());
        var digits = wish(person, code.printed(), fresh());
        digits.put("ssnLast4", "0000");

        assertThat(noCode).isEqualTo(unknown);
        assertThat(refusal(birthDate)).isEqualTo(unknown);
        assertThat(refusal(digits)).isEqualTo(unknown);
    }

    private String refusal(Map<String, Object> wish) {
        EntityExchangeResult<String> answer =
                post(wish).expectStatus().isEqualTo(422).expectBody(String.class).returnResult();
        return String.valueOf(answer.getResponseBody()).replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
