package org.portaldesk.console.glass;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.Restrictions;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.privacy.RestrictionApi.GlassReason;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

/** Restricted records at the screen. */
class GlassTest extends ScreenTest {

    @Autowired private Restrictions restrictions;

    @AfterEach
    void asItWas() {
        restrictions.reset();
    }

    @Test
    void aRestrictedRecordShowsNothingButWhatOpensIt() {
        desk.restrict(Patients.BRUNILDA);
        open(Patients.BRUNILDA);

        assertThat(shown())
                .contains("This record is restricted", "Break the glass")
                .doesNotContain("NIENOW", "14 Marsh Road", "Issue a code");
        assertThat(button("Break the glass").isEnabled()).isFalse();
    }

    @Test
    void whoGivesAReasonSeesTheRecord() {
        desk.restrict(Patients.BRUNILDA);
        open(Patients.BRUNILDA);
        breakIt("The mother is on the line about her code");

        assertThat(desk.asked())
                .contains(
                        "break glass: CALLER_ON_THE_LINE The mother is on the line about her code");
        assertThat(shown()).contains("NIENOW, Brunilda Lucinda").doesNotContain("restricted");
    }

    @Test
    void aReasonOfAFewLettersIsNotEnoughAndARefusalIsSaid() {
        desk.restrict(Patients.BRUNILDA);
        open(Patients.BRUNILDA);
        fill("asdf");
        assertThat(button("Break the glass").isEnabled()).isFalse();
        desk.refuseNext(ProblemCode.FORBIDDEN);
        breakIt("The mother is on the line about her code");

        assertThat(shown()).contains("Your role does not permit this", "This record is restricted");
    }

    @Test
    void thePrivacyOfficerRestrictsARecordAndLiftsIt() {
        signIn(StaffRole.PRIVACY_OFFICER);
        open(Patients.BRUNILDA);
        test(button("Restrict the record")).click();
        answer("A well-known person", "Restrict the record");
        assertThat(desk.asked()).contains("restrict because A well-known person");
        assertThat(shown()).contains("Grace Adeyemi");
        test(button("Lift the restriction")).click();
        answer("Restricted by mistake", "Lift the restriction");

        assertThat(desk.asked()).contains("lift because Restricted by mistake");
        assertThat(shown()).contains("opens to everybody whose role permits it");
    }

    @Test
    void allRestrictedRecordsAreOnOneScreen() {
        signIn(StaffRole.PRIVACY_OFFICER);
        navigate(RestrictionsView.class);
        letSignalsRun();
        assertThat(shown()).contains("Boyle, Ciera", "Works here");
        test(button("Lift the restriction")).click();
        answer("The reason is over", "Lift the restriction");

        assertThat(shown()).contains("No record is restricted");
    }

    private void open(UUID patient) {
        UI.getCurrent().navigate("patients/" + patient);
        letSignalsRun();
    }

    private void fill(String note) {
        var glass = find(GlassPanel.class).single();
        glass.reason.setValue(GlassReason.CALLER_ON_THE_LINE);
        test(glass.note).setValue(note);
    }

    private void breakIt(String note) {
        fill(note);
        test(button("Break the glass")).click();
        letSignalsRun();
        roundTrip();
        letSignalsRun();
    }

    private void answer(String reason, String verb) {
        roundTrip();
        var dialog = find(ReasonDialog.class).single();
        find(RadioButtonGroup.class, dialog).single().setValue(reason);
        test(find(Button.class, dialog).withText(verb).single()).click();
        letSignalsRun();
        roundTrip();
    }
}
