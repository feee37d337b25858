package org.portaldesk.api.activation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.portaldesk.api.activation.model.OverrideLife.Decision;

class OverrideLifeTest {

    static final List<OverrideLife> OVER =
            List.of(
                    new OverrideLife.Approved(Instant.MAX),
                    new OverrideLife.Declined(),
                    new OverrideLife.Used());

    @Test
    void whoAskedDoesNotDecide() {
        var asked = new OverrideLife.Requested("ada");
        assertThat(OverrideLife.decision(asked, "ada")).isEqualTo(Decision.SAME_PERSON);
        assertThat(OverrideLife.decision(asked, "ben")).isEqualTo(Decision.ALLOWED);
    }

    @ParameterizedTest
    @FieldSource("OVER")
    void whatIsDecidedStaysDecidedWhoeverComes(OverrideLife life) {
        assertThat(OverrideLife.decision(life, "ada")).isEqualTo(Decision.ALREADY_DECIDED);
        assertThat(OverrideLife.decision(life, "ben")).isEqualTo(Decision.ALREADY_DECIDED);
    }
}
