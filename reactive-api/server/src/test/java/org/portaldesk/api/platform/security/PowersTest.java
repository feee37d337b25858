package org.portaldesk.api.platform.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PowersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PORTAL_DESK_DATABASE_OWNER_PASSWORD",
                "PORTAL_DESK_SEALER_DATABASE_PASSWORD",
                "PORTAL_DESK_SEAL_KEY"
            })
    void anApiThatHoldsAnothersSecretDoesNotStartAndDoesNotTellIt(String name) {
        var powers = new Powers(new MockEnvironment().withProperty(name, "kept to itself"));
        assertThatIllegalStateException()
                .isThrownBy(powers::afterPropertiesSet)
                .withMessageContaining(name)
                .withMessageNotContaining("kept to itself");
    }

    @Test
    void withItsOwnSecretsItStarts() {
        var environment =
                new MockEnvironment().withProperty("PORTAL_DESK_DATABASE_PASSWORD", "its own");
        assertThatCode(() -> new Powers(environment).afterPropertiesSet())
                .doesNotThrowAnyException();
    }
}
