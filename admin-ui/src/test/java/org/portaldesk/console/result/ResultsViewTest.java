package org.portaldesk.console.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Results;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.policy.PolicyRules.SensitiveTag;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.result.HarmType;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.Result;
import org.springframework.beans.factory.annotation.Autowired;

class ResultsViewTest extends ScreenTest {

    private static final int CONFIRM = 4;

    @Autowired private Results results;

    @BeforeEach
    void freshResults() {
        results.reset();
    }

    private ResultsView desk(StaffRole role) {
        signIn(role);
        var view = navigate(ResultsView.class);
        settle();
        return view;
    }

    private void detail(StaffRole role) {
        signIn(role);
        navigate("results/" + Results.BIOPSY, ResultView.class);
        settle();
    }

    private void press(String name) {
        test(button(name)).click();
        settle();
    }

    private static Grid<Result> grid(ResultsView view) {
        return Objects.requireNonNull(view.list).grid();
    }

    @Test
    void whatIsScheduledComesFirstAndEachTabAsksForItsState() {
        var view = desk(StaffRole.CLINICIAN);

        assertThat(desk.asked()).contains("results SCHEDULED null");
        assertThat(view.list).isNotNull();
        assertThat(shown()).contains("to release", "held", "ending soon", "retracted");
    }

    @Test
    void severalAreReleasedAfterAPreviewAndTheOneThatFailedIsTriedAgain() {
        var view = desk(StaffRole.CLINICIAN);
        var both = List.copyOf(grid(view).getGenericDataView().getItems().toList());
        grid(view).asMultiSelect().select(both);
        assertThat(view.release.getText()).isEqualTo("Release 2 early…");
        test(view.release).click();
        settle();
        assertThat(shown()).contains("2 will be done.");
        assertThat(desk.asked()).contains("bulk RELEASE of 2 only to see");

        results.failOneRow();
        var dialog = find(BulkDialog.class).single();
        test(dialog.confirm).click();
        awaitShown("1 done, 1 not.");
        assertThat(shown()).contains("1: Somebody else was working on it.");
        assertThat(desk.asked()).contains("bulk RELEASE of 2");
        test(dialog.retry).click();
        awaitShown("2 done, 0 not.");
        assertThat(desk.asked()).contains("retry job");
        assertThat(dialog.retry.isVisible()).isFalse();
    }

    @Test
    void severalOfTwoPatientsAreHeldForEveryReasonButHarm() {
        var view = desk(StaffRole.ROI_REVIEWER);
        grid(view).asMultiSelect().select(grid(view).getGenericDataView().getItems().toList());
        test(view.hold).click();
        settle();
        var dialog = find(BulkHoldDialog.class).single();
        assertThat(dialog.form.basis.getListDataView().getItems().toList())
                .containsExactly(
                        HoldBasis.PATIENT_REQUEST,
                        HoldBasis.PRIVACY,
                        HoldBasis.CARE_ACCESS,
                        HoldBasis.SUBSTANCE_USE_PROGRAM,
                        HoldBasis.DATA_ERROR);
        dialog.form.basis.setValue(HoldBasis.DATA_ERROR);
        dialog.form.patient.setValue(true);
        determinedBy(dialog.form, "Zora Unknown, CT MD-1");
        assertThat(dialog.confirm.isEnabled()).as("without facts").isFalse();
        dialog.form.facts.setValue("Two specimens may have changed places");
        test(dialog.confirm).click();
        settle();
        assertThat(desk.asked()).contains("bulk HOLD of 2 only to see");
        test(find(BulkDialog.class).single().confirm).click();
        awaitShown("2 done, 0 not.");
    }

    @Test
    void nobodyElseHasActsOnMany() {
        var view = desk(StaffRole.PRIVACY_OFFICER);

        assertThat(view.release.isVisible()).isFalse();
        assertThat(view.hold.isVisible()).isFalse();
        assertThat(view.endHold.isVisible()).isFalse();
    }

    @Test
    void theDetailSaysWhoSeesItAndWhyAndAClinicianReleasesIt() {
        detail(StaffRole.CLINICIAN);
        assertThat(shown())
                .contains(
                        "Surgical pathology report",
                        "Benign",
                        "Nienow, Ada",
                        "does not see it",
                        "A statute delays it. (KRS 333.152(2))");
        press("Release now…");
        test(find(ReleaseDialog.class).single().confirm).click();
        settle();

        assertThat(desk.asked()).contains("release \"3\"");
        assertThat(shown())
                .contains("It is shown at once. (45 CFR 171.103)")
                .doesNotContain("does not");
    }

    @Test
    void theHoldOffersOnlyWhatTheLawAllowsForTheChosenViewer() {
        detail(StaffRole.ROI_REVIEWER);
        press("Hold…");
        var dialog = find(HoldDialog.class).single();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.form.basis.setValue(HoldBasis.PREVENTING_HARM);
        dialog.form.allProxies.setValue(true);
        assertThat(harms(dialog))
                .containsExactly(HarmType.SUBSTANTIAL_HARM, HarmType.LIFE_OR_PHYSICAL_SAFETY);
        dialog.form.harm.setValue(HarmType.SUBSTANTIAL_HARM);
        dialog.form.patient.setValue(true);
        assertThat(harms(dialog)).containsExactly(HarmType.LIFE_OR_PHYSICAL_SAFETY);
        assertThat(dialog.form.harm.getValue()).isNull();

        dialog.form.harm.setValue(HarmType.LIFE_OR_PHYSICAL_SAFETY);
        dialog.form.facts.setValue("What the clinician has written down");
        dialog.form.relationship.setValue(true);
        dialog.form.determiner.words.setValue("Nobody At All");
        settle();
        assertThat(shown()).contains("Nobody in the directory");
        assertThat(dialog.confirm.isEnabled()).as("typed, not chosen").isFalse();
        determinedBy(dialog.form, "Zora Unknown, CT MD-1");
        assertThat(dialog.confirm.isEnabled()).isTrue();
        dialog.form.days.setValue(11);
        assertThat(dialog.confirm.isEnabled()).as("eleven days").isFalse();
        dialog.form.days.setValue(10);
        test(dialog.confirm).click();
        settle();
        assertThat(desk.asked()).anyMatch(one -> one.startsWith("hold for PREVENTING_HARM"));
        assertThat(shown())
                .contains(
                        "Preventing harm",
                        "Zora Unknown, CT MD-1",
                        "A hold is against them.",
                        "unconfirmed, ends",
                        "nobody can confirm it");
    }

    @Test
    void aDeterminerConfirmsAmongTheHoldsToConfirm() {
        held("Elena Marchetti, CT MD-1");
        signIn(StaffRole.CLINICIAN);
        UI.getCurrent()
                .navigate(ResultsView.class, QueryParameters.simple(Map.of("tab", "to_confirm")));
        settle();
        assertThat(shown()).contains("holds to confirm");
        var mine = test(find(HoldList.class).single().list.grid());
        test((Button) mine.getCellComponent(0, CONFIRM)).click();
        settle();
        assertThat(desk.asked()).contains("holds to confirm", "confirm hold");
        assertThat(shown()).contains("No hold awaits your confirmation.");
        detail(StaffRole.CLINICIAN);
        assertThat(shown()).contains("confirmed by Elena Marchetti").doesNotContain("unconfirmed");
    }

    @Test
    void whoIsNotItsDeterminerIsToldSoAndNobodyElseIsOfferedIt() {
        held("Elena Marchetti, CT MD-1");
        detail(StaffRole.CLINICIAN);
        desk.refuseNext(ProblemCode.SAME_PERSON);
        press("Confirm");
        assertThat(shown()).contains("A second person must decide this, not you.");
        assertThat(desk(StaffRole.ROI_REVIEWER).list).isNotNull();
        assertThat(shown()).doesNotContain("holds to confirm");
    }

    private void held(String determiner) {
        detail(StaffRole.ROI_REVIEWER);
        press("Hold…");
        var dialog = find(HoldDialog.class).single();
        dialog.form.basis.setValue(HoldBasis.PREVENTING_HARM);
        dialog.form.patient.setValue(true);
        dialog.form.harm.setValue(HarmType.LIFE_OR_PHYSICAL_SAFETY);
        dialog.form.facts.setValue("What the clinician has written down");
        dialog.form.relationship.setValue(true);
        determinedBy(dialog.form, determiner);
        test(dialog.confirm).click();
        settle();
    }

    @Test
    void aRefusalStaysInTheDialog() {
        detail(StaffRole.ROI_REVIEWER);
        press("Retract…");
        desk.refuseNext(ProblemCode.STATE_CONFLICT);
        var dialog = find(ReasonDialog.class).single();
        choose(dialog, "It belongs to another patient");
        test(find(Button.class, dialog).withText("Retract").single()).click();
        settle();

        assertThat(desk.asked()).contains("retract because It belongs to another patient");
        assertThat(find(ReasonDialog.class).all()).hasSize(1);
    }

    @Test
    @SuppressWarnings("unchecked")
    void oneResultIsMarkedAsSensitiveAndTheProxyConsentedTo() {
        detail(StaffRole.CLINICIAN);
        assertThat(shown()).contains("Nothing here is marked as sensitive.");
        find(Select.class).single().setValue(SensitiveTag.MENTAL_HEALTH);
        reason("It comes from a confidential visit", "Mark as sensitive");
        assertThat(desk.asked())
                .contains("tag MENTAL_HEALTH because It comes from a confidential visit");
        assertThat(shown()).contains("Hidden from proxies as: mental health");

        press("Record the patient’s consent…");
        reason("Signed form on file", "Record the consent");
        press("End the consent…");
        reason("Said in person, identity verified", "End the consent");
        press("Not mental health…");
        reason("It was recognized by mistake", "Mark as not sensitive");
        assertThat(desk.asked())
                .contains(
                        "consent because Signed form on file",
                        "no consent because Said in person, identity verified",
                        "untag MENTAL_HEALTH because It was recognized by mistake");
        assertThat(shown()).contains("Nothing here is marked as sensitive.");
    }

    @Test
    void whoMayNotHoldResultsSeesWhatIsSensitiveAndCannotChangeIt() {
        detail(StaffRole.SUPERVISOR);
        assertThat(shown()).contains("Nothing here is marked as sensitive.");
        assertThat(find(Select.class).all()).isEmpty();
    }

    private void reason(String reason, String verb) {
        var dialog = find(ReasonDialog.class).single();
        choose(dialog, reason);
        test(find(Button.class, dialog).withText(verb).single()).click();
        settle();
    }

    @SuppressWarnings("unchecked")
    private void choose(ReasonDialog dialog, String reason) {
        find(RadioButtonGroup.class, dialog).single().setValue(reason);
    }

    /** Found in the directory by a part of the name, and chosen. */
    private void determinedBy(HoldForm form, String one) {
        form.determiner.words.setValue(one.substring(0, 4));
        settle();
        press(one);
    }

    private static List<HarmType> harms(HoldDialog dialog) {
        return dialog.form.harm.getListDataView().getItems().toList();
    }

    /** A job is looked at again and again; its end comes a moment later. */
    private void awaitShown(String text) {
        var end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end && !shown().contains(text)) {
            settle();
            pause();
        }
        assertThat(shown()).contains(text);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
