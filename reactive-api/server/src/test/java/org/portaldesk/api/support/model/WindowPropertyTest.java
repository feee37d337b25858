package org.portaldesk.api.support.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.portaldesk.api.policy.Settings;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.verification.Fact;

class WindowPropertyTest {

    private static final UUID PATIENT = new UUID(0, 1);
    private static final Instant END = Instant.parse("2026-11-22T12:00:00Z");
    private static final VerificationRules RULES = VerificationRules.of(Settings.shipped());

    @Property
    void aWindowIsOpenBeforeItsEndAndNeverAtOrAfterIt(
            @ForAll @IntRange(min = -700, max = 700) int seconds, @ForAll AccountAct act) {
        var refusal = window(Set.of(act)).against(PATIENT, "ana", act, END.plusSeconds(seconds));
        assertThat(refusal == null).isEqualTo(seconds < 0);
    }

    @Property
    void onlyTheActsThatWereOpenedAreOpen(@ForAll Set<AccountAct> opened, @ForAll AccountAct act) {
        var refusal = window(opened).against(PATIENT, "ana", act, END.minusSeconds(1));
        assertThat(refusal).isEqualTo(opened.contains(act) ? null : ActRefusal.TOO_WEAK);
    }

    @Property
    void nobodyElseAndNoOtherPatientEverGetsThrough(
            @ForAll AccountAct act, @ForAll long otherPatient, @ForAll String otherAgent) {
        var now = END.minusSeconds(60);
        var window = window(EnumSet.allOf(AccountAct.class));
        assertThat(window.against(new UUID(1, otherPatient), "ana", act, now))
                .isEqualTo(ActRefusal.OTHER_PATIENT);
        assertThat(window.against(PATIENT, "not ana " + otherAgent, act, now))
                .isEqualTo(ActRefusal.OTHER_AGENT);
    }

    @Property
    void moreFactsNeverOpenLessAndNothingOpensWithoutTheBirthDate(
            @ForAll Set<Fact> matched, @ForAll Fact more) {
        var wider = EnumSet.of(more);
        wider.addAll(matched);
        assertThat(RULES.opened(wider)).containsAll(RULES.opened(matched));
        wider.remove(Fact.BIRTH_DATE);
        assertThat(RULES.opened(wider)).isEmpty();
    }

    @Property
    void threeFactsOfTheRecordOpenNothing(@ForAll Set<Fact> matched) {
        var few = matched.stream().filter(fact -> fact != Fact.CODE_ON_FILE).limit(3).toList();
        assertThat(RULES.opened(few)).isEmpty();
    }

    private static Window window(Set<AccountAct> acts) {
        return new Window(PATIENT, "ana", acts, END);
    }
}
