package org.portaldesk.seal.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreAccessTest {

    private static final String SECRET = "q8Zr2-Lw0e7Tn5Vx1B";

    private static final Map<String, String> GIVEN =
            Map.of(
                    "PORTAL_DESK_CHECKPOINTS_ENDPOINT", "https://store.hospital.example",
                    "PORTAL_DESK_CHECKPOINTS_REGION", "us-east-1",
                    "PORTAL_DESK_CHECKPOINTS_ACCESS_KEY", "sealer",
                    "PORTAL_DESK_CHECKPOINTS_SECRET_KEY", SECRET);

    @ParameterizedTest
    @CsvSource({
        "REGION, ''",
        "ENDPOINT, store.hospital.example",
        "ENDPOINT, 'no address'",
        "ACCESS_KEY, ''",
        "ACCESS_KEY, AKIAIOSFODNN7EXAMPLE",
        "SECRET_KEY, ''",
        "SECRET_KEY, a-short-one",
        "SECRET_KEY, xxxxxxxxxxxxxxxxxxxxxxxx",
        "SECRET_KEY, change-me-please-1234567",
        "SECRET_KEY, wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    })
    void whatIsMissingOrAPlaceholderIsNamedAndItsValueIsNot(String setting, String value) {
        var name = "PORTAL_DESK_CHECKPOINTS_" + setting;
        var environment = new HashMap<>(GIVEN);
        environment.put(name, value);
        var refused =
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> open("s3://record/audit", environment))
                        .withMessageStartingWith(name + " ")
                        .withNoCause();
        if (!value.isEmpty()) {
            refused.withMessageNotContaining(value);
        }
    }

    @ParameterizedTest
    @CsvSource({"s3://", "s3:///prefix", "''", "'checkpoints.txt,'", "' , '"})
    void whatIsNoPlaceIsRefusedByTheSettingsName(String place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(place, GIVEN))
                .withMessageStartingWith("PORTAL_DESK_CHECKPOINTS");
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(StoreAccess.of(GIVEN).toString())
                .doesNotContain(SECRET)
                .doesNotContain("sealer");
    }

    private static void open(String place, Map<String, String> environment) {
        CheckpointPlace.of(place, StoreAccess.of(environment)).close();
    }
}
