package org.portaldesk.api.result.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.contract.result.HoldBasis;

/**
 * Time travel over the lives of three holds on one result: the first runs out, the second is ended
 * by somebody, the third is against one parent alone.
 */
class HoldLifeTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-01T12:00:00Z");
    private static final UUID MOTHER = new UUID(1, 1);
    private static final UUID FATHER = new UUID(1, 2);

    private static final List<Hold> HOLDS =
            List.of(
                    hold(HoldBasis.PRIVACY, false, List.of(FATHER), 30, 34),
                    hold(HoldBasis.PATIENT_REQUEST, false, null, 15, 16),
                    hold(HoldBasis.PREVENTING_HARM, true, List.of(), 1, 11));

    @ParameterizedTest(name = "{0}: patient {1}, mother {2}, father {3}")
    @CsvSource({
        "P0D, true, true, true",
        "PT23H59M59.999999999S, true, true, true",
        "P1D, false, true, true",
        "P5D, false, true, true",
        "PT263H59M59.999999999S, false, true, true",
        "P11D, true, true, true",
        "PT359H59M59.999999999S, true, true, true",
        "P15D, true, false, false",
        "PT383H59M59.999999999S, true, false, false",
        "P16D, true, true, true",
        "P30D, true, true, false",
        "PT815H59M59.999999999S, true, true, false",
        "P34D, true, true, true",
        "P365D, true, true, true"
    })
    void eachViewerSeesItExactlyWhileNoHoldIsAgainstThem(
            String after, boolean patient, boolean mother, boolean father) {
        var at = RECEIVED.plus(Duration.parse(after));

        assertThat(sees(new Viewer.Patient(), at)).isEqualTo(patient);
        assertThat(sees(proxy(MOTHER), at)).isEqualTo(mother);
        assertThat(sees(proxy(FATHER), at)).isEqualTo(father);
    }

    @ParameterizedTest
    @CsvSource({
        "P5D, PREVENTING_HARM, 45 CFR 171.201",
        "P15D, PATIENT_REQUEST, 45 CFR 171.202(e)",
        "P30D, PRIVACY, 45 CFR 171.202"
    })
    void theTraceCitesTheLawOfTheHoldThatStoodThen(String after, String basis, String citation) {
        var at = RECEIVED.plus(Duration.parse(after));
        var viewer = basis.equals("PREVENTING_HARM") ? new Viewer.Patient() : proxy(FATHER);
        var last = Release.judge(facts(), viewer, at).trace().getLast();

        assertThat(last.rule()).isEqualTo("HOLD");
        assertThat(last.citation()).isEqualTo(citation);
    }

    private static boolean sees(Viewer viewer, Instant at) {
        return Release.judge(facts(), viewer, at).visible();
    }

    private static Viewer proxy(UUID grant) {
        return new Viewer.Proxy(grant, true, Set.of(), false);
    }

    /** Days after the report came; {@code grants} null is all proxies. */
    private static Hold hold(
            HoldBasis basis, boolean patient, @Nullable List<UUID> grants, int from, int until) {
        return new Hold(
                basis,
                patient,
                grants == null,
                grants == null ? List.of() : grants,
                RECEIVED.plus(Duration.ofDays(from)),
                RECEIVED.plus(Duration.ofDays(until)));
    }

    private static ResultFacts facts() {
        return new ResultFacts(
                RECEIVED, "final", "LAB", "58410-2", RECEIVED, null, null, null, Set.of(),
                List.of(), HOLDS);
    }
}
