package org.portaldesk.console.patient;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;

class PatientViewTest extends ScreenTest {

    private void open(UUID id) {
        navigate(PatientView.class, Map.of(PatientView.ID, id.toString()));
        letSignalsRun();
    }

    @Test
    void healthInformationSeesEverythingAndMayIssueACode() {
        open(Patients.BRUNILDA);
        assertThat(shown())
                .contains("NIENOW, Brunilda Lucinda", "4 Jun 1998 (28)", "c07a6f3b-a001")
                .contains("14 Marsh Road", "b.nienow@example.org", "Guardian")
                .contains("Issue a code", "Revoke", "Letter mailed");
    }

    @Test
    void supportAgentSeesMaskedFieldsAndIssuesNothing() {
        signIn(StaffRole.SUPPORT_AGENT);
        open(Patients.BRUNILDA);
        assertThat(shown())
                .contains("••/••/1998", "Activation codes")
                .doesNotContain("4 Jun 1998", "4821", "14 Marsh Road", "Issue a code", "Revoke");
    }

    @Test
    void clinicianSeesNoCodesAndNoHistory() {
        signIn(StaffRole.CLINICIAN);
        open(Patients.BRUNILDA);
        assertThat(shown()).contains("NIENOW").doesNotContain("Activation codes", "History");
        assertThat(desk.asked()).noneMatch(question -> question.matches("(codes|history) of.*"));
    }

    @Test
    void deathIsSaidInTheBanner() {
        open(Patients.ADAN);
        assertThat(shown()).contains("died 2 Oct 2026");
    }

    @Test
    void maskedFieldIsShownForAReasonThatGoesOnRecord() {
        signIn(StaffRole.SUPPORT_AGENT);
        open(Patients.BRUNILDA);
        test(find(Button.class).withAttribute("aria-label", "Show the birth date").single())
                .click();
        answer("To help the person who is calling", "Show");
        assertThat(desk.asked())
                .contains("reveal BIRTH_DATE because To help the person who is calling");
        assertThat(shown()).contains("4 Jun 1998").doesNotContain("14 Marsh Road");
    }

    @Test
    void refusedRevealIsSaidInTheDialog() {
        signIn(StaffRole.SUPPORT_AGENT);
        open(Patients.BRUNILDA);
        desk.refuseNext(ProblemCode.FORBIDDEN);
        test(find(Button.class).withAttribute("aria-label", "Show the address").single()).click();
        answer("To check where mail goes", "Show");
        assertThat(find(ReasonDialog.class).single().isOpened()).isTrue();
        assertThat(shown()).contains("Your role does not permit this");
    }

    @Test
    void patientThatCannotBeReadIsSaidWithAWayToTryAgain() {
        navigate(PatientSearchView.class);
        desk.is(Desk.Mood.AWAY);
        open(Patients.BRUNILDA);
        assertThat(shown()).contains("cannot be reached");
        assertThat(find(Button.class).withText("Try again").all()).isNotEmpty();
    }

    @SuppressWarnings("unchecked")
    private void answer(String reason, String verb) {
        var dialog = find(ReasonDialog.class).single();
        find(RadioButtonGroup.class, dialog).single().setValue(reason);
        test(find(Button.class, dialog).withText(verb).single()).click();
        letSignalsRun();
    }
}
