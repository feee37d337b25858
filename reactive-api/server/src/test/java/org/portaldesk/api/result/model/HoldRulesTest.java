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
import org.portaldesk.contract.clinician.Clinician.Standing;
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

    private static final UUID DETERMINER = new UUID(3, 3);

    /** A determiner, and whether they treat the patient. */
    private record Said(@Nullable Standing standing, @Nullable Boolean relationship) {}

    private static final List<Said> DETERMINERS =
            List.of(
                    new Said(Standing.COUNTS, true),
                    new Said(Standing.COUNTS, false),
                    new Said(Standing.COUNTS, null),
                    new Said(Standing.UNKNOWN, true),
                    new Said(Standing.INACTIVE, true),
                    new Said(Standing.UNLICENSED, false),
                    new Said(null, true));

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

    private static List<HoldRule> byHand(@Nullable Standing determiner) {
        return switch (determiner) {
            case COUNTS -> List.of();
            case UNKNOWN -> List.of(HoldRule.DETERMINER_KNOWN);
            case INACTIVE -> List.of(HoldRule.DETERMINER_ACTIVE);
            case UNLICENSED -> List.of(HoldRule.LICENSED_CLINICIAN);
            case null -> List.of(HoldRule.DETERMINER_NAMED);
        };
    }

    /** Every basis × determiner × viewer × harm: 6 × 7 × 4 × 4. */
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
        assertThat(requests).hasSize(672);
        return requests.stream();
    }

    private static Arguments request(
            HoldBasis basis, Said determiner, WithheldFrom viewer, @Nullable HarmType harm) {
        var expected = EnumSet.noneOf(HoldRule.class);
        expected.addAll(byHand(determiner.standing()));
        if (basis == HoldBasis.PREVENTING_HARM) {
            expected.addAll(byHand(harm, viewer.patient()));
            if (!Boolean.TRUE.equals(determiner.relationship())) {
                expected.add(HoldRule.CLINICIANS_RELATIONSHIP);
            }
        } else if (harm != null) {
            expected.addAll(byHand(harm, viewer.patient()));
            if (basis != HoldBasis.DATA_ERROR) {
                expected.add(HoldRule.HARM_ONLY_WITH_HARM);
            }
        }
        return Arguments.of(
                hold(basis, determiner.relationship(), viewer, harm),
                determiner.standing(),
                expected);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aHoldIsRefusedByExactlyTheRulesItBreaks(
            PlaceHold hold, @Nullable Standing determiner, Set<HoldRule> expected) {
        assertThat(HoldRules.broken(hold, determiner, GRANTS, NOW)).isEqualTo(expected);
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
                            DETERMINER,
                            true,
                            "facts",
                            VIEWERS.getFirst(),
                            harm,
                            null,
                            NOW.plus(lasts),
                            null);
            assertThat(HoldRules.broken(hold, Standing.COUNTS, GRANTS, NOW))
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
                            DETERMINER,
                            true,
                            "facts",
                            VIEWERS.getFirst(),
                            null,
                            reviewed == null ? null : NOW.plus(reviewed),
                            NOW.plus(lasts),
                            null);
            assertThat(HoldRules.broken(hold, Standing.COUNTS, GRANTS, NOW))
                    .isEqualTo(broken == null ? Set.of() : Set.of(broken));
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(
                        HoldRules.broken(
                                new PlaceHold(null, null, null, null, null, null, null, null, null),
                                null,
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
                        null,
                        false,
                        " ",
                        new WithheldFrom(false, WithheldProxies.NONE),
                        null,
                        null,
                        NOW.plusSeconds(60),
                        new Determiner(null, "Nobody At All", "x", true));
        assertThat(HoldRules.broken(blank, null, GRANTS, NOW))
                .containsExactly(
                        HoldRule.VIEWER_NAMED,
                        HoldRule.DETERMINER_NAMED,
                        HoldRule.DETERMINER_TYPED,
                        HoldRule.FACTS_STATED);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, false", "PT1S, true", "PT72H, true", "PT72H1S, false"})
    void aHoldIsReviewedWhileItStands(Duration after, boolean lawful) {
        var hold =
                new PlaceHold(
                        HoldBasis.PRIVACY,
                        DETERMINER,
                        true,
                        "facts",
                        VIEWERS.getFirst(),
                        null,
                        NOW.plus(after),
                        NOW.plus(Duration.ofDays(3)),
                        null);

        assertThat(HoldRules.broken(hold, Standing.COUNTS, GRANTS, NOW))
                .isEqualTo(lawful ? Set.of() : Set.of(HoldRule.REVIEWED_WHILE_IT_STANDS));
    }

    @Test
    void aGrantOnAnotherRecordIsNoProxyOfThisPatient() {
        var foreign = new WithheldProxies(false, List.of(GRANT, new UUID(9, 9)));
        var hold = hold(HoldBasis.PRIVACY, true, new WithheldFrom(false, foreign), null);

        assertThat(HoldRules.broken(hold, Standing.COUNTS, GRANTS, NOW))
                .containsExactly(HoldRule.GRANT_OF_PATIENT);
    }

    private static PlaceHold hold(
            HoldBasis basis,
            @Nullable Boolean relationship,
            WithheldFrom viewer,
            @Nullable HarmType harm) {
        return new PlaceHold(
                basis,
                DETERMINER,
                relationship,
                "facts",
                viewer,
                harm,
                null,
                NOW.plus(Duration.ofDays(3)),
                null);
    }
}
