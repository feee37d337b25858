package org.portaldesk.console.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Codes;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.problem.ProblemCode;

class IssueCodeTest extends ScreenTest {

    private IssueCodeDialog begin(UUID patient) {
        navigate("patients/" + patient, Component.class);
        letSignalsRun();
        test(button("Issue a code")).click();
        letSignalsRun();
        return find(IssueCodeDialog.class).single();
    }

    private ShowCodeDialog issueHandedOver() {
        var dialog = begin(Patients.BRUNILDA);
        test(dialog.reason).setValue("The letter never came");
        test(dialog.submit).click();
        letSignalsRun();
        return find(ShowCodeDialog.class).single();
    }

    @Test
    void replacingALiveCodeNeedsAReason() {
        var dialog = begin(Patients.BRUNILDA);
        assertThat(dialog.submit.isEnabled()).isFalse();
        test(dialog.reason).setValue("The letter never came");
        assertThat(dialog.submit.isEnabled()).isTrue();
    }

    @Test
    void handedOverCodeIsShownOnce() {
        var dialog = issueHandedOver();
        assertThat(desk.asked()).contains("issue HANDED_OVER The letter never came");
        assertThat(shown()).contains(Codes.CODE, "The code before no longer works");
        test(dialog.done).click();
        assertThat(shown()).contains("It cannot be shown again", Codes.CODE);
        test(dialog.done).click();
        letSignalsRun();
        assertThat(shown()).doesNotContain(Codes.CODE);
    }

    @Test
    void printedCodeClosesWithoutAQuestion() {
        var dialog = issueHandedOver();
        test(dialog.print).click();
        assertThat(shown()).contains("Su código de activación");
        test(dialog.done).click();
        assertThat(shown()).doesNotContain(Codes.CODE);
    }

    @Test
    void mailedCodeIsNotShown() {
        var dialog = begin(Patients.BRUNILDA);
        dialog.channel.setValue(Channel.LETTER);
        test(dialog.reason).setValue("The letter never came");
        test(dialog.submit).click();
        letSignalsRun();
        assertThat(desk.asked()).contains("issue LETTER The letter never came");
        assertThat(find(ShowCodeDialog.class).all()).isEmpty();
    }

    @Test
    void childIsTooYoungBeforeAnybodyAsks() {
        var dialog = begin(Patients.DARIUS);
        assertThat(shown()).contains("Under 13: too young for an own account");
        assertThat(dialog.submit.isEnabled()).isFalse();
        assertThat(dialog.channel.getItemEnabledProvider().test(Channel.EMAIL)).isFalse();
    }

    @Test
    void nobodyIsOfferedACodeForTheDead() {
        navigate("patients/" + Patients.ADAN, Component.class);
        letSignalsRun();
        assertThat(find(CodesPanel.class).single().issue.isVisible()).isFalse();
        fireShortcut(Key.KEY_I, KeyModifier.ALT);
        letSignalsRun();
        assertThat(find(IssueCodeDialog.class).all()).isEmpty();
        navigate("patients/" + Patients.BRUNILDA, Component.class);
        letSignalsRun();
        assertThat(find(CodesPanel.class).single().issue.isVisible()).isTrue();
    }

    @Test
    void activeAccountNeedsNoCode() {
        assertThat(begin(Patients.CIERA).submit.isEnabled()).isFalse();
        assertThat(shown()).contains("The account is already active");
    }

    @Test
    void refusalIsExplainedAndTheFormStays() {
        desk.refuseNext(ProblemCode.DECEASED);
        var dialog = begin(Patients.BRUNILDA);
        test(dialog.reason).setValue("x");
        test(dialog.submit).click();
        letSignalsRun();
        assertThat(shown()).contains("The patient has died. No code is issued");
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void sharedContactLeadsToASecondPerson() {
        desk.refuseNext(ProblemCode.CONTACT_COLLISION);
        var dialog = begin(Patients.BRUNILDA);
        test(dialog.reason).setValue("x");
        test(dialog.submit).click();
        letSignalsRun();
        var panel = find(SecondPersonPanel.class).single();
        test(panel.reason).setValue("Both are her own");
        test(panel.ask).click();
        letSignalsRun();
        assertThat(desk.asked()).contains("ask override");
        assertThat(shown()).contains("A second person has been asked");
    }

    @Test
    void lostAnswerCanBeTriedAgain() {
        var dialog = begin(Patients.BRUNILDA);
        desk.is(Desk.Mood.AWAY);
        test(dialog.reason).setValue("x");
        test(dialog.submit).click();
        letSignalsRun();
        assertThat(shown()).contains("cannot be reached");
        assertThat(dialog.submit.isEnabled()).isTrue();
    }

    @Test
    void revokingNamesItsConsequenceAndNeedsAReason() {
        navigate("patients/" + Patients.BRUNILDA, Component.class);
        letSignalsRun();
        test(button("Revoke")).click();
        assertThat(shown()).contains("This cannot be undone");
        var dialog = find(ReasonDialog.class).single();
        find(RadioButtonGroup.class, dialog).single().setValue("It went to the wrong person");
        test(find(Button.class, dialog).withText("Revoke").single()).click();
        letSignalsRun();
        assertThat(desk.asked()).contains("revoke because It went to the wrong person");
    }
}
