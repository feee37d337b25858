package org.portaldesk.api.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.platform.secret.SecretKeys;

class DraftSealTest {

    private static final String TEXT = "Guardian’s form, page 2 ñ";

    private final DraftSeal seal = new DraftSeal(keys());
    private final byte[] sealed = seal.seal("ana", "patients.1", TEXT);

    private static SecretKeys keys() {
        return new SecretKeys(key(), key(), key());
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void whoeverTypedItGetsItBack() {
        assertThat(seal.open("ana", "patients.1", sealed)).contains(TEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Guardian");
    }

    @Test
    void itOpensForNobodyElseAndNowhereElse() {
        assertThat(seal.open("ben", "patients.1", sealed)).isEmpty();
        assertThat(seal.open("ana", "patients.2", sealed)).isEmpty();
        assertThat(seal.open("ana\u001fpatients", "1", sealed)).isEmpty();
        assertThat(new DraftSeal(keys()).open("ana", "patients.1", sealed)).isEmpty();
    }

    @Test
    void itOpensAfterTheKeyWasRenewed() {
        var earlier = key();
        var before =
                new DraftSeal(new SecretKeys(key(), earlier, key()))
                        .seal("ana", "patients.1", TEXT);
        var renewed = new DraftSeal(new SecretKeys(key(), key() + "," + earlier, key()));
        assertThat(renewed.open("ana", "patients.1", before)).contains(TEXT);
    }

    @Test
    void aBentOneDoesNotOpen() {
        for (var at = 0; at < sealed.length; at++) {
            var bent = sealed.clone();
            bent[at] ^= 1;
            assertThat(seal.open("ana", "patients.1", bent)).as("byte %d", at).isEmpty();
        }
    }

    @Test
    void theSameTextLooksDifferentEachTime() {
        assertThat(seal.seal("ana", "patients.1", TEXT)).isNotEqualTo(sealed);
    }
}
