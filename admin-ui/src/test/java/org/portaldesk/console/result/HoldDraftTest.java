package org.portaldesk.console.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.contract.result.HarmType;
import org.portaldesk.contract.result.HoldBasis;

class HoldDraftTest {

    @ParameterizedTest
    @CsvSource({
        "PREVENTING_HARM, true, LIFE_OR_PHYSICAL_SAFETY, true, true, 10, true",
        "PREVENTING_HARM, true, , true, true, 10, false",
        "PREVENTING_HARM, true, LIFE_OR_PHYSICAL_SAFETY, false, true, 10, false",
        "PREVENTING_HARM, true, LIFE_OR_PHYSICAL_SAFETY, true, false, 10, false",
        "PRIVACY, true, , false, false, 1, false",
        "PRIVACY, false, , true, false, 1, false",
        "PRIVACY, true, , true, false, 1, true",
        "PRIVACY, true, , true, false, 0, false",
        "PRIVACY, true, , true, false, 11, true",
        "PRIVACY, true, , true, false, 365, true",
        "PRIVACY, true, , true, false, 366, false",
        "DATA_ERROR, true, , true, false, 11, false",
        ", true, , true, false, 5, false"
    })
    void aHoldIsWholeWhenAllIsSaid(
            @Nullable HoldBasis basis,
            boolean patient,
            @Nullable HarmType harm,
            boolean determined,
            boolean relationship,
            int days,
            boolean whole) {
        var draft =
                new HoldDraft(
                        basis,
                        patient,
                        false,
                        Set.of(),
                        harm,
                        determined ? new UUID(1, 1) : null,
                        relationship,
                        "f",
                        days,
                        30);

        assertThat(draft.isWhole()).isEqualTo(whole);
        var now = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(draft.asOf(now).endsAt()).isBefore(now.plus(Duration.ofDays(Math.max(1, days))));
    }
}
