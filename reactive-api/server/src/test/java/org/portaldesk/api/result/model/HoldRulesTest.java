package org.portaldesk.api.result.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.portaldesk.contract.result.HarmType;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.ResultApi.PlaceHold;
import org.portaldesk.contract.result.ResultHold.Determiner;
import org.portaldesk.contract.result.ResultHold.WithheldFrom;
import org.portaldesk.contract.result.WithheldProxies;

class HoldRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID GRANT = new UUID(1, 1);
    private static final Set<UUID> GRANTS = Set.of(GRANT, new UUID(1, 2));

    /** Determiners by what they lack. */
    private static final List<Determiner> DETERMINERS =
            List.of(
                    new Determiner("Dr. Ada Example", "MD-1", true),
                    new Determiner("Dr. Ada Example", "MD-1", false),
                    new Determiner("Dr. Ada Example", null, true),
                    new Determiner("Dr. Ada Example", " ", false));

    private static final List<WithheldFrom> VIEWERS =
            List.of(
                    new WithheldFrom(true, WithheldProxies.NONE),
                    new WithheldFrom(false, WithheldProxies.ALL),
                    new WithheldFrom(true, WithheldProxies.ALL),
                    new WithheldFrom(false, new WithheldProxies(false, List.of(GRANT))));

    /** What stands against each harm, by hand from the domain: against the patient, else. */
    private static List<HoldRule> byHand(@Nullable HarmType harm, boolean patient) {
        if (harm == null) {
            return List.of(HoldRule.HARM_NAMED);
        }
        return switch (harm) {
            case EMOTIONAL_DISTRESS -> List.of(HoldRule.NOT_FOR_DISTRESS);
            case SUBSTANTIAL_HARM -> patient ? List.of(HoldRule.HARM_FITS_PATIENT) : List.of();
            case LIFE_OR_PHYSICAL_SAFETY -> List.of();
        };
    }

    /** Every basis × determiner × viewer × harm: 4 × 4 × 4 × 4. */
    static Stream<Arguments> requests() {
        var requests = new ArrayList<Arguments>();
        for (var basis : HoldBasis.values()) {
            for (var determiner : DETERMINERS) {
                for (var viewer : VIEWERS) {
                    requests.add(request(basis, determiner, viewer, null));
                    for (var harm : HarmType.values()) {
                        requests.add(request(basis, determiner, viewer, harm));
                    }
                }
            }
        }
        assertThat(requests).hasSize(384);
        return requests.stream();
    }

    private static Arguments request(
            HoldBasis basis, Determiner determiner, WithheldFrom viewer, @Nullable HarmType harm) {
        var expected = EnumSet.noneOf(HoldRule.class);
        if (basis == HoldBasis.PREVENTING_HARM) {
            expected.addAll(byHand(harm, viewer.patient()));
            if (!"MD-1".equals(determiner.licence())) {
                expected.add(HoldRule.LICENSED_CLINICIAN);
            }
            if (!determiner.relationship()) {
                expected.add(HoldRule.CLINICIANS_RELATIONSHIP);
            }
        } else if (harm != null) {
            expected.addAll(byHand(harm, viewer.patient()));
            if (basis != HoldBasis.DATA_ERROR) {
                expected.add(HoldRule.HARM_ONLY_WITH_HARM);
            }
        }
        return Arguments.of(hold(basis, determiner, viewer, harm), expected);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aHoldIsRefusedByExactlyTheRulesItBreaks(PlaceHold hold, Set<HoldRule> expected) {
        assertThat(HoldRules.broken(hold, GRANTS, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-1S, ENDS_LATER",
        "PT0S, ENDS_LATER",
        "PT1S,",
        "PT240H,",
        "PT240H0.000001S, ENDS_WITHIN_TEN_DAYS",
        "PT8760H, ENDS_WITHIN_TEN_DAYS"
    })
    void aHoldAgainstHarmOrOfDataInErrorEndsWithinTenDays(
            Duration lasts, @Nullable HoldRule broken) {
        for (var basis : List.of(HoldBasis.PREVENTING_HARM, HoldBasis.DATA_ERROR)) {
            var harm = basis == HoldBasis.PREVENTING_HARM ? HarmType.LIFE_OR_PHYSICAL_SAFETY : null;
            var hold =
                    new PlaceHold(
                            basis,
                            DETERMINERS.getFirst(),
                            "facts",
                            VIEWERS.getFirst(),
                            harm,
                            null,
                            NOW.plus(lasts));
            assertThat(HoldRules.broken(hold, GRANTS, NOW))
                    .isEqualTo(broken == null ? Set.of() : Set.of(broken));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT240H, , ",
        "PT240H0.000001S, , LONG_ONE_REVIEWED",
        "PT240H0.000001S, PT1S, ",
        "PT8760H, PT2160H, ",
        "PT8760H, PT2160H0.000001S, LONG_ONE_REVIEWED",
        "PT8760H0.000001S, PT2160H, ENDS_WITHIN_A_YEAR"
    })
    void aHoldWithoutHarmMayStandAYearIfItIsReviewed(
            Duration lasts, @Nullable Duration reviewed, @Nullable HoldRule broken) {
        var others =
                EnumSet.complementOf(EnumSet.of(HoldBasis.PREVENTING_HARM, HoldBasis.DATA_ERROR));
        for (var basis : others) {
            var hold =
                    new PlaceHold(
                            basis,
                            DETERMINERS.getFirst(),
                            "facts",
                            VIEWERS.getFirst(),
                            null,
                            reviewed == null ? null : NOW.plus(reviewed),
                            NOW.plus(lasts));
            assertThat(HoldRules.broken(hold, GRANTS, NOW))
                    .isEqualTo(broken == null ? Set.of() : Set.of(broken));
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(
                        HoldRules.broken(
                                new PlaceHold(null, null, null, null, null, null, null),
                                GRANTS,
                                NOW))
                .containsExactly(
                        HoldRule.BASIS_NAMED,
                        HoldRule.VIEWER_NAMED,
                        HoldRule.DETERMINER_NAMED,
                        HoldRule.FACTS_STATED,
                        HoldRule.END_NAMED);
        var blank =
                new PlaceHold(
                        HoldBasis.PRIVACY,
                        new Determiner(" ", null, false),
                        " ",
                        new WithheldFrom(false, WithheldProxies.NONE),
                        null,
                        null,
                        NOW.plusSeconds(60));
        assertThat(HoldRules.broken(blank, GRANTS, NOW))
                .containsExactly(
                        HoldRule.VIEWER_NAMED, HoldRule.DETERMINER_NAMED, HoldRule.FACTS_STATED);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, false", "PT1S, true", "PT72H, true", "PT72H1S, false"})
    void aHoldIsReviewedWhileItStands(Duration after, boolean lawful) {
        var hold =
                new PlaceHold(
                        HoldBasis.PRIVACY,
                        DETERMINERS.getFirst(),
                        "facts",
                        VIEWERS.getFirst(),
                        null,
                        NOW.plus(after),
                        NOW.plus(Duration.ofDays(3)));

        assertThat(HoldRules.broken(hold, GRANTS, NOW))
                .isEqualTo(lawful ? Set.of() : Set.of(HoldRule.REVIEWED_WHILE_IT_STANDS));
    }

    @Test
    void aGrantOnAnotherRecordIsNoProxyOfThisPatient() {
        var foreign = new WithheldProxies(false, List.of(GRANT, new UUID(9, 9)));
        var hold =
                hold(
                        HoldBasis.PRIVACY,
                        DETERMINERS.getFirst(),
                        new WithheldFrom(false, foreign),
                        null);

        assertThat(HoldRules.broken(hold, GRANTS, NOW)).containsExactly(HoldRule.GRANT_OF_PATIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "other, Noor Rahman, true",
        "recorder, Noor Rahman, false",
        "other, Ada Example, false",
        "other, Ada Maria Éxample, false",
        "other, 'EXAMPLE, Ada', false",
        "other, Ada Sample, true"
    })
    void theReviewerIsNeitherDeterminerNorRecorder(String id, String name, boolean may) {
        assertThat(HoldRules.mayReview(id, name, "recorder", "Ada Example")).isEqualTo(may);
    }

    private static PlaceHold hold(
            HoldBasis basis, Determiner determiner, WithheldFrom viewer, @Nullable HarmType harm) {
        return new PlaceHold(
                basis, determiner, "facts", viewer, harm, null, NOW.plus(Duration.ofDays(3)));
    }
}
