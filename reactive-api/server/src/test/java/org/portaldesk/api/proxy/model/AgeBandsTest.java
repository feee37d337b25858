package org.portaldesk.api.proxy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.policy.model.AgeBands;
import org.portaldesk.contract.policy.AgeBand;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.proxy.AccessClass;

class AgeBandsTest {

    @Test
    void theShippedPoliciesHaveNoFaults() {
        assertThat(AgeBands.faults(Rules.FULL_TO_12)).isEmpty();
        assertThat(AgeBands.faults(Rules.FULL_UNDER_12)).isEmpty();
        assertThat(AgeBands.ownAccountFrom(Rules.FULL_UNDER_12)).isEqualTo(13);
        assertThat(AgeBands.adultFrom(Rules.FULL_TO_12)).isEqualTo(18);
    }

    @Test
    void aGapAnOverlapAndAnOpenEndInTheMiddleAreNamed() {
        assertThat(faults(band(0, 12), band(14, null)))
                .containsExactly("rules.ageBands[1].fromAge");
        assertThat(faults(band(0, 12), band(12, null)))
                .containsExactly("rules.ageBands[1].fromAge");
        assertThat(faults(band(0, null), band(0, null))).containsExactly("rules.ageBands[0].toAge");
        assertThat(faults(band(0, 17))).containsExactly("rules.ageBands[0].toAge");
    }

    private static List<String> faults(AgeBand... bands) {
        var shipped = Rules.FULL_TO_12;
        var rules =
                new PolicyRules(
                        List.of(bands),
                        shipped.adultAreas(),
                        shipped.sensitiveTags(),
                        shipped.clocks(),
                        shipped.calendar());
        return AgeBands.faults(rules).stream().map(FieldError::field).toList();
    }

    private static AgeBand band(int from, @Nullable Integer to) {
        return new AgeBand(from, to, false, AccessClass.NONE, Map.of(), false);
    }
}
