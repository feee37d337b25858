package org.portaldesk.api.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.platform.secret.SecretKeys;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does an act at most once for a key that the caller chose; a day long, a repetition gets the first
 * answer again.
 */
@Component
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private static final String FIND =
            """
            SELECT fingerprint, sealed FROM idempotent_answer
            WHERE actor = $1 AND key_hash = $2 AND created_at > clock_timestamp() - interval '24 hours'
            """;

    private record Found(byte[] fingerprint, byte[] sealed) {}

    private final Database database;
    private final SecretKeys keys;
    private final JsonMapper json;

    Idempotency(Database database, SecretKeys keys, JsonMapper json) {
        this.database = database;
        this.keys = keys;
        this.json = json;
    }

    /**
     * @param key as the caller sent it, if they did
     * @param act what is being done and to what, such as {@code issue:} and the patient's id
     * @param request the body, which must be the same for the same key
     * @param type of the answer
     * @param doing does the act, and writes what it is given to keep in the act's own statement
     */
    public <T> Mono<T> once(
            Caller caller,
            @Nullable String key,
            String act,
            Object request,
            Class<T> type,
            Function<Kept, Mono<T>> doing) {
        if (key == null) {
            return doing.apply(new Kept(null, new byte[0], json));
        }
        if (!KEY.matcher(key).matches()) {
            return Mono.error(
                    ProblemException.invalid(
                            Headers.IDEMPOTENCY_KEY, "must be 1 to 128 visible ASCII characters"));
        }
        var seal = new AnswerSeal(keys, caller, key);
        var fingerprint = fingerprint(act, request);
        var again = again(caller, seal, fingerprint, type);
        return again.switchIfEmpty(
                Mono.defer(() -> doing.apply(new Kept(seal, fingerprint, json)))
                        // Somebody with the same key was faster: theirs is the answer.
                        .onErrorResume(
                                DuplicateKeyException.class,
                                late -> again.switchIfEmpty(Mono.error(late))));
    }

    private <T> Mono<T> again(Caller caller, AnswerSeal seal, byte[] fingerprint, Class<T> type) {
        return database.statement(FIND, caller.id(), seal.keyHash())
                .map(
                        (row, _) ->
                                new Found(
                                        bytes(row.get(0, byte[].class)),
                                        bytes(row.get(1, byte[].class))))
                .one()
                .map(found -> read(found, seal, fingerprint, type));
    }

    private <T> T read(Found found, AnswerSeal seal, byte[] fingerprint, Class<T> type) {
        if (!MessageDigest.isEqual(found.fingerprint, fingerprint)) {
            throw ProblemException.of(
                    ProblemCode.KEY_REUSED,
                    "The key was used for another request; choose a new one.");
        }
        return json.readValue(seal.open(found.sealed), type);
    }

    private byte[] fingerprint(String act, Object request) {
        var text = act + '\u001f' + json.writeValueAsString(request);
        return keys.answerHmac(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(byte @Nullable [] column) {
        return column == null ? new byte[0] : column;
    }
}
