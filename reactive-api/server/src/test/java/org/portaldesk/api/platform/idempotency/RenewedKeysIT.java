package org.portaldesk.api.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.secret.SecretKeys;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** An act that was done before the answer key was renewed is not done again after it. */
class RenewedKeysIT extends ApiIT {

    private static final String KEEP =
            "WITH done AS (SELECT 1), " + Kept.cte("done", 2) + " SELECT 1 AS one FROM done";

    private static final Caller ANA =
            new Caller("ana", "ana", "Ana", List.of(), "127.0.0.1", "request-1");

    @Autowired private Database database;
    @Autowired private JsonMapper json;

    private final String code = key();
    private final String earlier = key();

    @Test
    void aRepetitionAcrossARenewalGetsTheFirstAnswer() {
        var key = "k" + System.nanoTime();
        assertThat(once(keys(earlier), key, "first")).isEqualTo("first");
        assertThat(once(keys(key() + "," + earlier), key, "second")).isEqualTo("first");
        assertThat(once(keys(key() + ", " + key() + "," + earlier), key, "third"))
                .isEqualTo("first");
    }

    @Test
    void anotherRequestUnderTheSameKeyIsStillRefused() {
        var key = "k" + System.nanoTime();
        once(keys(earlier), key, "first");
        var renewed = new Idempotency(database, keys(key() + "," + earlier), json);
        assertThatThrownBy(
                        () ->
                                renewed.once(
                                                ANA,
                                                key,
                                                "act:1",
                                                "else",
                                                String.class,
                                                _ -> Mono.empty())
                                        .block())
                .isInstanceOf(ProblemException.class);
    }

    private String once(SecretKeys keys, String key, String answer) {
        var idempotency = new Idempotency(database, keys, json);
        return Objects.requireNonNull(
                idempotency
                        .once(ANA, key, "act:1", "body", String.class, kept -> act(kept, answer))
                        .block());
    }

    private Mono<String> act(Kept kept, String answer) {
        var parameters = kept.parameters(answer);
        return database.statement(
                        KEEP, ANA.asJson(), parameters.get(0), parameters.get(1), parameters.get(2))
                .map((_, _) -> answer)
                .one();
    }

    private SecretKeys keys(String answers) {
        return new SecretKeys(code, answers, key());
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
