package org.portaldesk.api.platform.idempotency;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
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
            SELECT key_hash, fingerprint, sealed FROM idempotent_answer
            WHERE actor = $1 AND key_hash = ANY (ARRAY(SELECT decode(hash, 'hex') FROM unnest($2::text[]) AS hash)) AND created_at > clock_timestamp() - interval '24 hours'
            """;

    private record Found(byte[] keyHash, byte[] fingerprint, byte[] sealed) {}

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
        var seals = AnswerSeal.all(keys.answers(), caller, key);
        var asked = act + '\u001f' + json.writeValueAsString(request);
        var newest = seals.getFirst();
        var again = again(caller, seals, asked, type);
        return again.switchIfEmpty(
                Mono.defer(() -> doing.apply(new Kept(newest, newest.fingerprint(asked), json)))
                        // Somebody with the same key was faster: theirs is the answer.
                        .onErrorResume(
                                DuplicateKeyException.class,
                                late -> again.switchIfEmpty(Mono.error(late))));
    }

    private <T> Mono<T> again(Caller caller, List<AnswerSeal> seals, String asked, Class<T> type) {
        var hashes =
                seals.stream()
                        .map(seal -> HexFormat.of().formatHex(seal.keyHash()))
                        .toArray(String[]::new);
        return database.statement(FIND, caller.id(), hashes)
                .map(
                        (row, _) ->
                                new Found(
                                        bytes(row.get(0, byte[].class)),
                                        bytes(row.get(1, byte[].class)),
                                        bytes(row.get(2, byte[].class))))
                .first()
                .map(found -> read(found, seals, asked, type));
    }

    private <T> T read(Found found, List<AnswerSeal> seals, String asked, Class<T> type) {
        var seal =
                seals.stream()
                        .filter(one -> MessageDigest.isEqual(one.keyHash(), found.keyHash))
                        .findFirst()
                        .orElseThrow();
        if (!MessageDigest.isEqual(found.fingerprint, seal.fingerprint(asked))) {
            throw ProblemException.of(
                    ProblemCode.KEY_REUSED,
                    "The key was used for another request; choose a new one.");
        }
        return json.readValue(seal.open(found.sealed), type);
    }

    private static byte[] bytes(byte @Nullable [] column) {
        return column == null ? new byte[0] : column;
    }
}
