package org.portaldesk.api.activation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.activation.Channel.EMAIL;
import static org.portaldesk.contract.activation.Channel.HANDED_OVER;
import static org.portaldesk.contract.activation.Channel.LETTER;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.api.activation.model.IssueDecision.MayIssue;
import org.portaldesk.api.activation.model.IssueDecision.Refusal;
import org.portaldesk.api.activation.model.IssueDecision.Refused;
import org.portaldesk.api.activation.model.IssueFacts.Current;
import org.portaldesk.api.activation.model.IssueFacts.SecondWord;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.ContactOverride.Collision;

class IssueDecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID SOME_ID = new UUID(1, 2);
    private static final IssueRules RULES =
            new IssueRules(13, Map.of(HANDED_OVER, 45, LETTER, 45, EMAIL, 2));
    private static final Contacts OWN =
            new Contacts(new Contacts.Email(1, false, null), true, null);

    @Test
    void anAdultWithAnAddressGetsACode() {
        assertThat(decide(adult(OWN), LETTER)).isEqualTo(until(Duration.ofHours(1080)));
    }

    @Test
    void eachChannelHasItsLifetime() {
        assertThat(decide(adult(OWN), EMAIL)).isEqualTo(until(Duration.ofHours(48)));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void atTwelveThereIsNoCodeByAnyChannelAndAtThirteenThereIs(Channel channel) {
        assertThat(decide(aged(12, OWN), channel)).isEqualTo(refused(Refusal.TOO_YOUNG));
        assertThat(decide(aged(13, OWN), channel)).isInstanceOf(MayIssue.class);
    }

    @Test
    void theDeadAndThoseWithAnAccountGetNone() {
        assertThat(decide(new IssueFacts(NOW, 50, true, false, OWN, null, null), HANDED_OVER))
                .isEqualTo(refused(Refusal.DECEASED));
        assertThat(decide(new IssueFacts(NOW, 50, false, true, OWN, null, null), HANDED_OVER))
                .isEqualTo(refused(Refusal.ACCOUNT_ACTIVE));
    }

    @Test
    void whatIsSentNeedsAnAddressAndWhatIsHandedOverDoesNot() {
        var nowhere = adult(new Contacts(null, false, null));

        assertThat(decide(nowhere, EMAIL)).isEqualTo(refused(Refusal.NO_ADDRESS));
        assertThat(decide(nowhere, LETTER)).isEqualTo(refused(Refusal.NO_ADDRESS));
        assertThat(decide(nowhere, HANDED_OVER)).isInstanceOf(MayIssue.class);
    }

    @Test
    void aTeensAddressThatARelatedPersonHasIsStoppedAndAnAdultsIsNot() {
        var mothers = new Contacts(new Contacts.Email(2, true, null), true, null);

        assertThat(decide(aged(17, mothers), EMAIL))
                .isEqualTo(collides(Collision.GUARDIANS_CONTACT));
        assertThat(decide(aged(18, mothers), EMAIL)).isInstanceOf(MayIssue.class);
        assertThat(decide(aged(17, mothers), HANDED_OVER)).isInstanceOf(MayIssue.class);
    }

    @Test
    void threePatientsMayShareAnAddressAndFourMayNot() {
        assertThat(
                        decide(
                                adult(new Contacts(new Contacts.Email(3, false, null), true, null)),
                                EMAIL))
                .isInstanceOf(MayIssue.class);
        assertThat(
                        decide(
                                adult(new Contacts(new Contacts.Email(4, false, null), true, null)),
                                EMAIL))
                .isEqualTo(collides(Collision.SHARED_BY_MANY));
    }

    @Test
    void anAddressIsFreshForSevenDaysToTheSecond() {
        var week = Duration.ofDays(7);
        assertThat(decide(adult(moved(NOW.minus(week).plusSeconds(1))), LETTER))
                .isEqualTo(collides(Collision.RECENTLY_CHANGED));
        assertThat(decide(adult(moved(NOW.minus(week))), LETTER)).isInstanceOf(MayIssue.class);
    }

    @Test
    void aSecondPersonsWordCoversWhatWasFoundAndNothingElse() {
        var mothers = new Contacts(new Contacts.Email(4, true, null), true, null);
        var half = new SecondWord(SOME_ID, Set.of(Collision.SHARED_BY_MANY));
        var whole =
                new SecondWord(
                        SOME_ID, Set.of(Collision.SHARED_BY_MANY, Collision.GUARDIANS_CONTACT));

        assertThat(decide(new IssueFacts(NOW, 15, false, false, mothers, null, half), EMAIL))
                .isInstanceOf(Refused.class);
        assertThat(decide(new IssueFacts(NOW, 15, false, false, mothers, null, whole), EMAIL))
                .extracting(decision -> ((MayIssue) decision).override())
                .isEqualTo(SOME_ID);
    }

    @Test
    void aWordThatIsNotNeededIsNotUsedUp() {
        var word = new SecondWord(SOME_ID, Set.of(Collision.RECENTLY_CHANGED));

        assertThat(decide(new IssueFacts(NOW, 50, false, false, OWN, null, word), EMAIL))
                .isEqualTo(until(Duration.ofHours(48)));
    }

    @Test
    void replacingALiveCodeNeedsAReasonAndReplacingADeadOneDoesNot() {
        var live = new Current(SOME_ID, new CodeLife.Issued(NOW.plusSeconds(1)));
        var dead = new Current(SOME_ID, new CodeLife.Issued(NOW));

        assertThat(decide(with(live), HANDED_OVER, " "))
                .isEqualTo(refused(Refusal.REASON_REQUIRED));
        assertThat(decide(with(live), HANDED_OVER, "lost")).isInstanceOf(MayIssue.class);
        assertThat(decide(with(dead), HANDED_OVER)).isInstanceOf(MayIssue.class);
    }

    private static IssueDecision decide(IssueFacts facts, Channel channel) {
        return decide(facts, channel, null);
    }

    private static IssueDecision decide(
            IssueFacts facts, Channel channel, @Nullable String reason) {
        return IssueDecision.on(facts, channel, reason, RULES);
    }

    private static IssueFacts adult(Contacts contacts) {
        return aged(50, contacts);
    }

    private static IssueFacts aged(int age, Contacts contacts) {
        return new IssueFacts(NOW, age, false, false, contacts, null, null);
    }

    private static IssueFacts with(Current current) {
        return new IssueFacts(NOW, 50, false, false, OWN, current, null);
    }

    private static Contacts moved(Instant at) {
        return new Contacts(null, true, at);
    }

    private static MayIssue until(Duration lifetime) {
        return new MayIssue(new CodeLife.Issued(NOW.plus(lifetime)), null);
    }

    private static Refused refused(Refusal refusal) {
        return new Refused(refusal, Set.of());
    }

    private static Refused collides(Collision collision) {
        return new Refused(Refusal.CONTACT_COLLISION, Set.of(collision));
    }
}
