package org.portaldesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path folder;

    @Test
    void aSecretIsTheSameWhenItIsReadAgain() {
        String password = secrets().password("somebody");
        assertThat(secrets().password("somebody")).isEqualTo(password);
    }

    @Test
    void noTwoSecretsAreTheSame() {
        Secrets secrets = secrets();
        assertThat(secrets.password("one")).isNotEqualTo(secrets.password("two"));
        assertThat(secrets.key("three")).isNotEqualTo(secrets.key("four"));
    }

    @Test
    void aPasswordHasTwentyFourLettersAndDigits() {
        assertThat(secrets().password("somebody")).matches("[a-zA-Z2-9]{24}");
    }

    @Test
    void aKeyHasThirtyTwoBytes() {
        assertThat(Base64.getDecoder().decode(secrets().key("key"))).hasSize(32);
    }

    @Test
    void nobodyElseMayReadThem() throws Exception {
        secrets().password("somebody");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("secrets.json"))))
                .isEqualTo("rw-------");
    }

    private Secrets secrets() {
        return Secrets.in(folder.resolve("secrets.json"));
    }
}
