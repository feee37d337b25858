package org.portaldesk.console.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Overrides;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

class OverridesViewTest extends ScreenTest {

    @Autowired private Overrides overrides;

    @BeforeEach
    void freshOverrides() {
        overrides.reset();
    }

    private void open(StaffRole role) {
        signIn(role);
        navigate(OverridesView.class);
        letSignalsRun();
    }

    private void decide(String ariaLabel, String verb, String reason) {
        test(find(Button.class).withAriaLabel(ariaLabel).single()).click();
        roundTrip();
        var dialog = find(ReasonDialog.class).single();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<String> choice = find(RadioButtonGroup.class, dialog).single();
        choice.setValue(reason);
        test(find(Button.class, dialog).withText(verb).single()).click();
        letSignalsRun();
        roundTrip();
    }

    @Test
    void supervisorSeesWhatWaitsAndWhyItWasStopped() {
        open(StaffRole.SUPERVISOR);
        assertThat(desk.asked()).contains("overrides REQUESTED");
        assertThat(shown())
                .contains("more than three patients have this contact")
                .contains("the contact changed less than seven days ago")
                .contains("a guardian has the same contact")
                .doesNotContain("Boyle, Ciera");
    }

    @Test
    void whoAskedSeesTheStateOfAllButDecidesNothing() {
        open(StaffRole.HIM_STAFF);
        assertThat(desk.asked()).contains("overrides null");
        assertThat(shown()).contains("Boyle, Ciera").contains("The contact has not been checked");
        assertThat(find(Button.class).withText("Agree").all()).isEmpty();
    }

    @Test
    void agreementStaysInSightWithItsEnd() {
        open(StaffRole.SUPERVISOR);
        decide("Agree for Hand, Darius", "Agree", "They share the contact knowingly");
        assertThat(desk.asked()).contains("agree because They share the contact knowingly");
        assertThat(shown()).contains("agreed").contains("Good until");
    }

    @Test
    void declineTellsWhy() {
        open(StaffRole.SUPERVISOR);
        decide("Decline for Hand, Darius", "Decline", "The contact has not been checked");
        assertThat(desk.asked()).contains("decline because The contact has not been checked");
        assertThat(shown()).contains("Rosa Ortega");
    }

    @Test
    void nobodyDecidesTheirOwn() {
        open(StaffRole.SUPERVISOR);
        desk.refuseNext(ProblemCode.SAME_PERSON);
        decide("Agree for Hand, Darius", "Agree", "They share the contact knowingly");
        assertThat(shown()).contains("A second person must decide this, not you.");
    }

    @Test
    void nothingWaitingIsSaid() {
        overrides.clear();
        open(StaffRole.SUPERVISOR);
        assertThat(shown()).contains("Nothing here");
    }
}
