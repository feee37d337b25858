package org.portaldesk.api.result.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.Visibility;
import org.portaldesk.contract.result.Visibility.Effect;

class ReleaseTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID GRANT = new UUID(1, 1);
    private static final Viewer PATIENT = new Viewer.Patient();
    private static final Viewer PARENT = proxy(GRANT, true);

    private static final DelayRule KENTUCKY =
            new DelayRule(
                    "KRS 333.152(2)",
                    "KY",
                    List.of("PAT"),
                    List.of("24627-2"),
                    72,
                    true,
                    Instant.parse("2022-07-14T04:00:00Z"),
                    null);

    @Test
    void aFinalResultIsShownAtOnceWithEveryRuleThatWasAsked() {
        assertThat(trace(facts("final"), PATIENT, NOW))
                .containsExactly(
                        "RECEIVED PASSES It is on file since 2026-11-20T12:00:00Z. [Portal Desk, results]",
                        "NOT_RETRACTED PASSES Nobody has retracted it. [Portal Desk, results]",
                        "FINAL PASSES Its status is final. [Portal Desk, results]",
                        "STATUTORY_DELAY PASSES No statute delays such a result. [45 CFR 171.103]",
                        "HOLD PASSES No hold stands. [45 CFR 171.103]",
                        "ACCESS PASSES It is the patient's own record. [45 CFR 164.524]",
                        "SENSITIVITY PASSES Nothing is hidden from the patient for it. [45 CFR 164.524]",
                        "RELEASED SHOWS A final result is released at once. [45 CFR 171.103]");
    }

    @Test
    void aCorrectedResultIsReleasedAgainMarked() {
        for (var status : List.of("corrected", "amended", "appended")) {
            assertThat(last(facts(status), PATIENT, NOW))
                    .isEqualTo(
                            "RELEASED SHOWS A corrected result is released again, marked. [45 CFR 171.103]");
        }
    }

    @Test
    void whatIsNotFinalIsNotReleased() {
        for (var status : List.of("registered", "partial", "preliminary", "cancelled", "unknown")) {
            assertThat(last(facts(status), PATIENT, NOW))
                    .isEqualTo(
                            "FINAL HIDES Its status is %s, not final. [Portal Desk, results]"
                                    .formatted(status));
        }
    }

    @Test
    void beforeItCameNobodySawIt() {
        assertThat(last(facts("final"), PATIENT, RECEIVED.minusNanos(1)))
                .isEqualTo("RECEIVED HIDES It was not on file yet. [Portal Desk, results]");
        assertThat(Release.judge(facts("final"), PATIENT, RECEIVED).visible()).isTrue();
    }

    @Test
    void aRetractedResultIsGoneFromThatMoment() {
        var facts = new Given().retracted(NOW).facts();

        assertThat(last(facts, PATIENT, NOW))
                .isEqualTo(
                        "NOT_RETRACTED HIDES It is retracted: it was in error. [45 CFR 171.201(c)(2)]");
        assertThat(Release.judge(facts, PATIENT, NOW.minusNanos(1)).visible()).isTrue();
        assertThat(Release.judge(facts("entered-in-error"), PATIENT, NOW).visible()).isFalse();
    }

    @Test
    void aStatuteDelaysItsCategoryInItsStateToTheMoment() {
        var facts = new Given().category("PAT").state("KY").facts();
        var until = RECEIVED.plusSeconds(72 * 3600);

        assertThat(last(facts, PATIENT, NOW))
                .isEqualTo(
                        "STATUTORY_DELAY HIDES It is delayed until 2026-11-23T12:00:00Z. [KRS 333.152(2)]");
        assertThat(Release.judge(facts, PATIENT, until.minusNanos(1)).visible()).isFalse();
        assertThat(trace(facts, PATIENT, until))
                .contains(
                        "STATUTORY_DELAY PASSES The delay ended at 2026-11-23T12:00:00Z. [KRS 333.152(2)]");
        assertThat(
                        Release.judge(new Given().category("PAT").state("CT").facts(), PATIENT, NOW)
                                .visible())
                .isTrue();
        assertThat(
                        Release.judge(new Given().category("PAT").state(null).facts(), PATIENT, NOW)
                                .visible())
                .isTrue();
        assertThat(
                        Release.judge(new Given().category("LAB").state("KY").facts(), PATIENT, NOW)
                                .visible())
                .isTrue();
        assertThat(
                        Release.judge(new Given().code("24627-2").state("KY").facts(), PATIENT, NOW)
                                .visible())
                .isFalse();
    }

    @Test
    void aResultWithoutCategoryOrCodeIsOfNoKindThatAStatuteNames() {
        var facts = new Given().category(null).code(null).state("KY").facts();

        assertThat(Release.judge(facts, PATIENT, NOW).visible()).isTrue();
    }

    @Test
    void aClinicianReleasesItEarly() {
        var facts = new Given().category("PAT").state("KY").early(NOW).facts();

        assertThat(Release.judge(facts, PATIENT, NOW.minusNanos(1)).visible()).isFalse();
        assertThat(trace(facts, PATIENT, NOW))
                .contains("STATUTORY_DELAY PASSES A clinician released it early. [KRS 333.152(2)]");
    }

    @Test
    void aRuleCountsOnlyFromItsDayToItsEnd() {
        var from = NOW.minusSeconds(60);
        var to = NOW.plusSeconds(60);
        var rule = new DelayRule("Statute 1", "KY", List.of("PAT"), List.of(), 72, false, from, to);
        var facts = new Given().category("PAT").state("KY").rule(rule).facts();

        assertThat(Release.judge(facts, PATIENT, from.minusNanos(1)).visible()).isTrue();
        assertThat(Release.judge(facts, PATIENT, from).visible()).isFalse();
        assertThat(Release.judge(facts, PATIENT, to.minusNanos(1)).visible()).isFalse();
        assertThat(Release.judge(facts, PATIENT, to).visible()).isTrue();
    }

    @Test
    void aHoldHidesOnlyFromThoseItIsAgainstAndOnlyWhileItStands() {
        var until = NOW.plusSeconds(60);
        var facts =
                new Given()
                        .hold(new Hold(HoldBasis.PRIVACY, false, false, List.of(GRANT), NOW, until))
                        .facts();

        assertThat(last(facts, PARENT, NOW))
                .isEqualTo("HOLD HIDES A hold stands until 2026-11-22T12:01:00Z. [45 CFR 171.202]");
        assertThat(trace(facts, PATIENT, NOW))
                .contains(
                        "HOLD PASSES A hold stands, but not against this viewer. [45 CFR 171.202]");
        assertThat(Release.judge(facts, proxy(new UUID(2, 2), true), NOW).visible()).isTrue();
        assertThat(Release.judge(facts, PARENT, NOW.minusNanos(1)).visible()).isTrue();
        assertThat(Release.judge(facts, PARENT, until).visible()).isTrue();
    }

    @Test
    void eachBasisCitesItsLaw() {
        assertThat(Release.citation(HoldBasis.PREVENTING_HARM)).isEqualTo("45 CFR 171.201");
        assertThat(Release.citation(HoldBasis.PATIENT_REQUEST)).isEqualTo("45 CFR 171.202(e)");
        assertThat(Release.citation(HoldBasis.DATA_ERROR)).isEqualTo("45 CFR 171.201(c)(2)");
    }

    @Test
    void aGrantWithoutResultsShowsNone() {
        assertThat(last(facts("final"), proxy(GRANT, false), NOW))
                .isEqualTo("ACCESS HIDES The grant gives no results. [45 CFR 164.502(g)]");
    }

    @Test
    void aSensitiveItemIsHiddenFromProxiesAndNeverFromThePatient() {
        var facts = new Given().tags(Set.of("SEXUAL_HEALTH")).facts();

        assertThat(last(facts, PARENT, NOW))
                .isEqualTo(
                        "SENSITIVITY HIDES Such items are hidden from proxies at any age. [45 CFR 164.502(g)]");
        assertThat(Release.judge(facts, PATIENT, NOW).visible()).isTrue();
        assertThat(trace(new Given().tags(Set.of("MENTAL_HEALTH")).facts(), PARENT, NOW))
                .contains(
                        "SENSITIVITY PASSES It is not among the sensitive items. [Portal Desk, results]");
    }

    @Test
    void theFirstRuleThatHidesEndsTheTrace() {
        var facts = new Given().status("preliminary").retracted(RECEIVED).facts();

        assertThat(trace(facts, PATIENT, NOW)).hasSize(2).last().asString().contains("RETRACTED");
    }

    private static Viewer proxy(UUID grant, boolean results) {
        return new Viewer.Proxy(grant, results, Set.of("SEXUAL_HEALTH"), false);
    }

    private static ResultFacts facts(String status) {
        return new Given().status(status).facts();
    }

    private static String last(ResultFacts facts, Viewer viewer, Instant at) {
        return trace(facts, viewer, at).getLast();
    }

    private static List<String> trace(ResultFacts facts, Viewer viewer, Instant at) {
        var said = Release.judge(facts, viewer, at);
        assertThat(said.visible())
                .isEqualTo(said.trace().stream().noneMatch(step -> step.effect() == Effect.HIDES));
        return said.trace().stream().map(ReleaseTest::words).toList();
    }

    private static String words(Visibility.Step step) {
        return "%s %s %s [%s]"
                .formatted(step.rule(), step.effect(), step.because(), step.citation());
    }

    /** A final laboratory result, and what differs from it. */
    private static final class Given {

        private String status = "final";
        private @Nullable String category = "LAB";
        private @Nullable String code = "58410-2";
        private @Nullable String state = "KY";
        private @Nullable Instant retracted;
        private @Nullable Instant early;
        private Set<String> tags = Set.of();
        private DelayRule rule = KENTUCKY;
        private List<Hold> holds = List.of();

        Given status(String value) {
            status = value;
            return this;
        }

        Given category(@Nullable String value) {
            category = value;
            return this;
        }

        Given code(@Nullable String value) {
            code = value;
            return this;
        }

        Given state(@Nullable String value) {
            state = value;
            return this;
        }

        Given retracted(Instant value) {
            retracted = value;
            return this;
        }

        Given early(Instant value) {
            early = value;
            return this;
        }

        Given tags(Set<String> value) {
            tags = value;
            return this;
        }

        Given rule(DelayRule value) {
            rule = value;
            return this;
        }

        Given hold(Hold value) {
            holds = List.of(value);
            return this;
        }

        ResultFacts facts() {
            return new ResultFacts(
                    RECEIVED,
                    status,
                    category,
                    code,
                    RECEIVED,
                    retracted,
                    early,
                    state,
                    tags,
                    List.of(rule),
                    holds);
        }
    }
}
