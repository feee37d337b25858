package org.portaldesk.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.PhoneCalls;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

class SupportDesksTest extends ScreenTest {

    @Autowired private PhoneCalls calls;

    @BeforeEach
    void freshCalls() {
        calls.reset();
    }

    @SuppressWarnings("unchecked")
    private void decide(String ariaLabel, String verb, String reason) {
        test(find(Button.class).withAriaLabel(ariaLabel).single()).click();
        roundTrip();
        var dialog = find(ReasonDialog.class).single();
        find(RadioButtonGroup.class, dialog).single().setValue(reason);
        test(find(Button.class, dialog).withText(verb).single()).click();
        letSignalsRun();
        roundTrip();
    }

    private void held(StaffRole role) {
        signIn(role);
        navigate(HeldCallsView.class);
        letSignalsRun();
    }

    @Test
    void supervisorLetsOneMoreVerificationThrough() {
        held(StaffRole.SUPERVISOR);
        assertThat(desk.asked()).contains("held calls REQUESTED");
        assertThat(shown()).contains("He answers from the number on file").doesNotContain("Boyle");
        decide(
                "Let Nienow, Brunilda Lucinda be verified once more",
                "Let them verify",
                "We called back the number on file");
        assertThat(desk.asked()).contains("let verify because We called back the number on file");
        assertThat(shown()).contains("agreed", "Good until");
    }

    @Test
    void nobodyDecidesWhatTheyAskedThemselves() {
        held(StaffRole.SUPERVISOR);
        desk.refuseNext(ProblemCode.SAME_PERSON);
        decide("Decline for Nienow, Brunilda Lucinda", "Decline", "The calls are suspicious");
        assertThat(shown()).contains("A second person must decide this, not you.");
    }

    @Test
    void agentSeesWhatBecameOfTheirsAndDecidesNothing() {
        held(StaffRole.SUPPORT_AGENT);
        assertThat(shown()).contains("Boyle, Ciera", "The calls are suspicious");
        assertThat(find(Button.class).withText("Let them verify").all()).isEmpty();
    }

    @Test
    void requestByPhoneGoesIntoTheQueueAndLeavesTheScreen() {
        signIn(StaffRole.SUPPORT_AGENT);
        var view = navigate(PhoneRequestView.class);
        test(view.take).click();
        assertThat(view.form.birthDate.isInvalid()).isTrue();
        assertThat(desk.asked()).noneMatch(asked -> asked.startsWith("take request"));
        view.form.givenName.setValue("Ciera");
        view.form.familyName.setValue("Boyle");
        view.form.birthDate.setValue("3/12/1963");
        test(view.take).click();
        letSignalsRun();
        assertThat(desk.asked()).contains("take request of Boyle in en");
        assertThat(view.form.birthDate.getValue()).isEmpty();
        assertThat(shown()).contains("It is in the queue");
    }
}
