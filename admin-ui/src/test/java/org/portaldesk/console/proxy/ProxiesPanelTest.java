package org.portaldesk.console.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Grants;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.FormUploadApi;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.patient.PatientApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.Relationship;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import reactor.core.publisher.Mono;

class ProxiesPanelTest extends ScreenTest {

    @Autowired private Grants grants;
    @Autowired private PatientApi patients;
    @Autowired private FormUploadApi uploads;

    @BeforeEach
    void reviewerSignsIn() {
        grants.reset();
        signIn(StaffRole.ROI_REVIEWER);
    }

    private void open(UUID patient) {
        navigate("patients/" + patient, Component.class);
        letSignalsRun();
    }

    @Test
    void bothWaysRoundAreShown() {
        open(Patients.BRUNILDA);
        assertThat(shown())
                .contains("They see this record")
                .contains("Nienow, Lena")
                .contains("Results: see")
                .contains("Sees nothing until they give the patient’s birth date")
                .contains("Whose records this person sees")
                .contains("Nienow, Tomás")
                .contains("ended by age")
                .contains("Protection order of 4 May");
    }

    @Test
    void grantIsEndedWithAReason() {
        open(Patients.BRUNILDA);
        test(find(Button.class).withText("End").all().getFirst()).click();
        var dialog = find(ReasonDialog.class).single();
        assertThat(shown())
                .contains("sees nothing of Nienow, Brunilda Lucinda from the next click");
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void somebodyIsBlocked() {
        open(Patients.BRUNILDA);
        test(button("Never a proxy…")).click();
        var dialog = find(BlockDialog.class).single();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.givenName.setValue("Rolf");
        dialog.familyName.setValue("Grimes");
        dialog.reason.setValue("Court order");
        test(dialog.confirm).click();
        letSignalsRun();
        assertThat(desk.asked()).contains("block Grimes");
        assertThat(shown()).contains("Grimes, Rolf");
    }

    @Test
    void supportAgentsReadButDoNotActOnIt() {
        signIn(StaffRole.SUPPORT_AGENT);
        open(Patients.BRUNILDA);
        assertThat(shown()).contains("Nienow, Lena");
        assertThat(find(Button.class).withText("End").all()).isEmpty();
        assertThat(find(Button.class).withText("Record a request").all()).isEmpty();
    }

    private Patient child() {
        return Objects.requireNonNull(patients.get(Patients.BRUNILDA).block());
    }

    private IntakeState intake() {
        return new IntakeState(uploads, new Calls(() -> Mono.just("token")));
    }

    private static void fill(IntakeDialog dialog) {
        dialog.givenName.setValue("Lena");
        dialog.familyName.setValue("Nienow");
        dialog.birthDate.setValue(LocalDate.of(1986, 3, 9));
        dialog.relationship.setValue(Relationship.SPOUSE);
    }

    @Test
    void requestIsRecordedWithItsPages() {
        var state = intake();
        var dialog = new IntakeDialog(state, child(), _ -> {});
        dialog.open();
        roundTrip();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        fill(dialog);
        state.take(new ByteArrayResource(new byte[] {1}));
        letSignalsRun();
        test(dialog.confirm).click();
        letSignalsRun();
        assertThat(desk.asked())
                .contains("record for " + Patients.BRUNILDA + " by Nienow with 1 files");
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void fileThatMayNotBeKeptIsToldInTheDialog() {
        var dialog = new IntakeDialog(intake(), child(), _ -> {});
        dialog.open();
        roundTrip();
        fill(dialog);
        desk.refuseNext(ProblemCode.DOCUMENT_REFUSED);
        test(dialog.confirm).click();
        letSignalsRun();
        assertThat(shown()).contains("This document may not be kept");
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void fileTakenAwayIsNotSent() {
        var state = intake();
        var named =
                new ByteArrayResource(new byte[] {1}) {
                    @Override
                    public String getFilename() {
                        return "scan.pdf";
                    }
                };
        state.take(named);
        state.remove("scan.pdf");
        assertThat(state.files().peek()).isEqualTo(List.of());
    }
}
