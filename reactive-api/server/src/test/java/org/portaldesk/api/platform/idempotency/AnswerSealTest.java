package org.portaldesk.api.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.secret.SecretKeys;

class AnswerSealTest {

    private static final byte[] ANSWER = "{\"code\":\"7K3QD-9XW2M-HT4PA\"}".getBytes(UTF_8);

    private final SecretKeys keys = new SecretKeys(key(1), key(100), key(200));

    @Test
    void whoKnowsTheKeyReadsTheAnswer() {
        assertThat(seal("ana", "key-1").open(seal("ana", "key-1").seal(ANSWER))).isEqualTo(ANSWER);
    }

    @Test
    void anotherKeyOrPersonDoesNot() {
        var sealed = seal("ana", "key-1").seal(ANSWER);
        assertThatThrownBy(() -> seal("ana", "key-2").open(sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal("ben", "key-1").open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsStoredHoldsNeitherCodeNorKey() {
        var seal = seal("ana", "key-1");
        assertThat(new String(seal.seal(ANSWER), UTF_8)).doesNotContain("7K3QD");
        assertThat(new String(seal.keyHash(), UTF_8)).doesNotContain("key-1");
    }

    @Test
    void aChangedAnswerDoesNotOpen() {
        var sealed = seal("ana", "key-1").seal(ANSWER);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal("ana", "key-1").open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    private AnswerSeal seal(String person, String idempotencyKey) {
        var caller = new Caller(person, person, person, List.of(), "127.0.0.1", "request-1");
        return new AnswerSeal(keys.answers().newest(), caller, idempotencyKey);
    }

    private static String key(int from) {
        var bytes = new byte[32];
        IntStream.range(0, 32).forEach(i -> bytes[i] = (byte) (from + i));
        return Base64.getEncoder().encodeToString(bytes);
    }
}
