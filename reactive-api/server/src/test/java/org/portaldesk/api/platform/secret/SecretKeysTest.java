package org.portaldesk.api.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "changeme",
                "not base64!",
                "c2hvcnQ=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "Y2hhbmdlbWVjaGFuZ2VtZWNoYW5nZW1lY2hhbmdlbWU="
            })
    void missingShortAndPlaceholderKeysStopTheStartByName(String weak) {
        assertThatThrownBy(() -> new SecretKeys(weak, fresh(), fresh()))
                .hasMessageContaining("PORTAL_DESK_CODE_KEY");
        assertThatThrownBy(() -> new SecretKeys(fresh(), weak, fresh()))
                .hasMessageContaining("PORTAL_DESK_ANSWER_KEY");
        assertThatThrownBy(() -> new SecretKeys(fresh(), fresh(), weak))
                .hasMessageContaining("PORTAL_DESK_DOCUMENT_KEY");
    }

    @Test
    void oneKeyCannotServeTwoEnds() {
        var key = fresh();
        assertThatThrownBy(() -> new SecretKeys(key, key, fresh()))
                .hasMessageContaining("ANSWER_KEY must differ from PORTAL_DESK_CODE_KEY");
        assertThatThrownBy(() -> new SecretKeys(key, fresh(), key))
                .hasMessageContaining("DOCUMENT_KEY must differ from PORTAL_DESK_CODE_KEY");
        assertThatThrownBy(() -> new SecretKeys(fresh(), key, key))
                .hasMessageContaining("DOCUMENT_KEY must differ from PORTAL_DESK_ANSWER_KEY");
    }

    @Test
    void theNewestKeyComesFirstAndEachOneOnce() {
        var newest = fresh();
        var earlier = fresh();
        var ring = new SecretKeys(newest + ", " + earlier + "," + newest, fresh(), fresh()).codes();
        assertThat(ring.all()).hasSize(2);
        assertThat(ring.newest()).isEqualTo(ring.all().getFirst());
        var message = "7K3QD".getBytes(StandardCharsets.UTF_8);
        assertThat(ring.all().getLast().hmac(message))
                .isEqualTo(
                        new SecretKeys(earlier, fresh(), fresh()).codes().newest().hmac(message));
    }

    @Test
    void oneWeakKeyAmongGoodOnesStopsTheStart() {
        for (var keys : List.of(fresh() + ",", "," + fresh(), fresh() + ",changeme")) {
            assertThatThrownBy(() -> new SecretKeys(keys, fresh(), fresh()))
                    .hasMessageContaining("PORTAL_DESK_CODE_KEY");
        }
    }

    @Test
    void anEarlierKeyCannotServeBothEndsEither() {
        var key = fresh();
        assertThatThrownBy(() -> new SecretKeys(fresh() + "," + key, fresh() + "," + key, fresh()))
                .hasMessageContaining("must differ");
    }

    @Test
    void aKeyIsNotShown() {
        var key = fresh();
        assertThat(new SecretKeys(key, fresh(), fresh()).toString()).doesNotContain(key);
    }

    private static String fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
