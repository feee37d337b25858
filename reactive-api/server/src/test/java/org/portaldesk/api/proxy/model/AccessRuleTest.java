package org.portaldesk.api.proxy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.proxy.AccessClass.MINOR_FULL;
import static org.portaldesk.contract.proxy.AccessClass.MINOR_LIMITED;
import static org.portaldesk.contract.proxy.AccessClass.NONE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.api.patient.model.Age;
import org.portaldesk.api.policy.model.AgeBands;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.Relationship;
import org.portaldesk.contract.proxy.Why;

class AccessRuleTest {

    private static final AccessRule TO_12 = new AccessRule("To 12", Rules.FULL_TO_12);
    private static final AccessRule UNDER_12 = new AccessRule("Under 12", Rules.FULL_UNDER_12);

    @ParameterizedTest(name = "born {0}: {1} → {2} and {3}")
    @CsvSource({
        "2014-06-22, 2026-06-21, MINOR_FULL,    MINOR_FULL,    false",
        "2014-06-22, 2026-06-22, MINOR_FULL,    MINOR_LIMITED, false",
        "2013-06-22, 2026-06-21, MINOR_FULL,    MINOR_LIMITED, false",
        "2013-06-22, 2026-06-22, MINOR_LIMITED, MINOR_LIMITED, true",
        "2008-06-22, 2026-06-21, MINOR_LIMITED, MINOR_LIMITED, true",
        "2008-06-22, 2026-06-22, NONE,          NONE,          true",
        // 29 February: in common years the birthday is 1 March.
        "2012-02-29, 2025-02-28, MINOR_FULL,    MINOR_LIMITED, false",
        "2012-02-29, 2025-03-01, MINOR_LIMITED, MINOR_LIMITED, true",
        "2008-02-29, 2026-02-28, MINOR_LIMITED, MINOR_LIMITED, true",
        "2008-02-29, 2026-03-01, NONE,          NONE,          true",
        "2016-02-29, 2028-02-28, MINOR_FULL,    MINOR_FULL,    false",
        "2016-02-29, 2028-02-29, MINOR_FULL,    MINOR_LIMITED, false",
    })
    void classAndOwnAccountSwitchOnTheBirthday(
            LocalDate born, LocalDate day, AccessClass to12, AccessClass under12, boolean own) {
        assertThat(parents(TO_12, born, day).accessClass()).isEqualTo(to12);
        assertThat(parents(UNDER_12, born, day).accessClass()).isEqualTo(under12);
        for (var rules : new PolicyRules[] {Rules.FULL_TO_12, Rules.FULL_UNDER_12}) {
            assertThat(AgeBands.at(rules, Age.on(born, day)).ownAccount()).isEqualTo(own);
        }
    }

    @Test
    void theBirthdayBeginsAtMidnightWhereTheFacilityIs() {
        var terms = terms(LocalDate.of(2013, 6, 22));
        var newYork = ZoneId.of("America/New_York");
        var honolulu = ZoneId.of("Pacific/Honolulu");
        var midnight = Instant.parse("2026-06-22T04:00:00Z");

        assertThat(terms.at(midnight.minusMillis(1), newYork, Rules.FULL_TO_12).accessClass())
                .isEqualTo(MINOR_FULL);
        assertThat(terms.at(midnight, newYork, Rules.FULL_TO_12).accessClass())
                .isEqualTo(MINOR_LIMITED);
        assertThat(terms.at(midnight, honolulu, Rules.FULL_TO_12).accessClass())
                .isEqualTo(MINOR_FULL);
        assertThat(
                        terms.at(Instant.parse("2026-06-22T10:00:00Z"), honolulu, Rules.FULL_TO_12)
                                .accessClass())
                .isEqualTo(MINOR_LIMITED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Relationship.class,
            names = {"SPOUSE", "CAREGIVER", "POWER_OF_ATTORNEY", "OTHER"})
    void onlyParentsAndGuardiansHaveAChildsRecordByRight(Relationship as) {
        var access =
                TO_12.on(
                        new AccessRule.Question(
                                LocalDate.of(2020, 1, 1), false, ProxyKind.MINOR, as),
                        LocalDate.of(2026, 1, 1));

        assertThat(access.accessClass()).isEqualTo(NONE);
        assertThat(access.areas()).isEmpty();
        assertThat(access.reasons()).extracting(Why::code).endsWith("NOT_A_PARENT");
    }

    @Test
    void everyReasonNamesItsSource() {
        var access = parents(TO_12, LocalDate.of(2012, 1, 1), LocalDate.of(2026, 1, 1));

        assertThat(access.reasons())
                .isNotEmpty()
                .allSatisfy(
                        why -> {
                            assertThat(why.text()).endsWith(".");
                            assertThat(why.citation()).matches("45 CFR .*|Policy “To 12”, .*");
                        });
    }

    @Test
    void deathEndsAllAccess() {
        var question =
                new AccessRule.Question(
                        LocalDate.of(1970, 1, 1), true, ProxyKind.ADULT, Relationship.SPOUSE);

        assertThat(TO_12.on(question, LocalDate.of(2026, 1, 1)).accessClass()).isEqualTo(NONE);
    }

    @Property(tries = 1_000)
    void everyAgeHasOneAnswerAndNoneGivesMoreThanItsBand(
            @ForAll @IntRange(max = 120) int age, @ForAll ProxyKind kind, @ForAll Relationship as) {
        var day = LocalDate.of(2026, 7, 1);
        var access =
                UNDER_12.on(new AccessRule.Question(day.minusYears(age), false, kind, as), day);

        assertThat(access.areas().isEmpty()).isEqualTo(access.accessClass() == NONE);
        assertThat(access.reasons()).isNotEmpty();
        if (kind == ProxyKind.MINOR && access.accessClass() != NONE) {
            assertThat(age).isLessThan(18);
        }
        if (access.accessClass() == AccessClass.ADULT) {
            assertThat(age).isGreaterThanOrEqualTo(18);
        }
    }

    @Property(tries = 1_000)
    void nobodySeesMoreThanWasGranted(
            @ForAll @IntRange(max = 20) int age, @ForAll AreaAccess level) {
        var day = LocalDate.of(2026, 7, 1);
        var terms =
                new GrantTerms(
                        ProxyKind.MINOR,
                        MINOR_FULL,
                        false,
                        Map.of(Area.VISITS, level),
                        day.minusYears(age),
                        false,
                        null);
        var effect =
                terms.at(
                        day.atStartOfDay(ZoneId.of("UTC")).toInstant(),
                        ZoneId.of("UTC"),
                        Rules.FULL_TO_12);

        assertThat(effect.areas().keySet()).isSubsetOf(Area.VISITS);
        assertThat(effect.areas().getOrDefault(Area.VISITS, AreaAccess.NONE))
                .isLessThanOrEqualTo(level);
    }

    private static Access parents(AccessRule rule, LocalDate born, LocalDate day) {
        return rule.on(
                new AccessRule.Question(born, false, ProxyKind.MINOR, Relationship.PARENT), day);
    }

    private static GrantTerms terms(LocalDate born) {
        return new GrantTerms(
                ProxyKind.MINOR,
                MINOR_FULL,
                false,
                Rules.FULL_TO_12.adultAreas(),
                born,
                false,
                null);
    }
}
