package org.portaldesk.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Accounts;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.PhoneCalls;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.account.CallReason;
import org.portaldesk.contract.account.PortalAccount;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.verification.AbandonReason;
import org.portaldesk.contract.verification.CallerKind;
import org.portaldesk.contract.verification.Consent;
import org.springframework.beans.factory.annotation.Autowired;

class SupportCallTest extends ScreenTest {

    @Autowired private PhoneCalls calls;
    @Autowired private Accounts accounts;

    @BeforeEach
    void freshCalls() {
        calls.reset();
        accounts.reset();
    }

    private CallView open(UUID patient) {
        return open(patient, StaffRole.SUPPORT_AGENT);
    }

    private CallView open(UUID patient, StaffRole role) {
        signIn(role);
        var view = navigate(CallView.class, Map.of(CallView.ID, patient.toString()));
        letSignalsRun();
        return view;
    }

    private void press(String button) {
        test(button(button)).click();
        letSignalsRun();
        roundTrip();
    }

    private ScriptPart script() {
        return find(ScriptPart.class).single();
    }

    private void say(String words) {
        script().said.setValue(words);
        press("Next");
    }

    private void begin() {
        press("Begin the questions");
    }

    private void pass() {
        begin();
        say("Ciera Boyle");
        say("12 March 1963");
        say("14 Marsh Road, Marshfield");
        say("555 0142");
        press("Compare now");
    }

    private void because(String verb) {
        var dialog = find(AccountActDialog.class).single();
        test(find(Button.class, dialog).withText(verb).single()).click();
        letSignalsRun();
        roundTrip();
    }

    @Test
    void screenShowsNothingThatACallerIsAskedFor() {
        open(Patients.CIERA, StaffRole.SUPERVISOR);
        assertThat(shown())
                .contains("BOYLE, Ciera", "••/••/1963", "•••• 02", "c••••@••••.org")
                .doesNotContain("12 Mar", "4821", "Marsh Road", "555-0142", "c.boyle@example.org")
                .doesNotContain("c07a6f3b");
    }

    @Test
    void accountStandsBesideTheCall() {
        open(Patients.CIERA);
        assertThat(shown())
                .contains("Locked for a while", "5, last from 203.0.113.7", "App with numbers")
                .contains("wrong password", "locked out");
    }

    @Test
    void answerIsRecordedAndLeavesTheScreen() {
        open(Patients.CIERA);
        begin();
        assertThat(shown()).contains("Step 1 of 5", "full name", "3 tries left");
        say("Ciera Boyle");
        assertThat(desk.asked()).contains("answer FULL_NAME Ciera Boyle");
        assertThat(script().said.getValue()).isEmpty();
        assertThat(shown()).contains("Full name recorded", "Step 2 of 5");
    }

    @Test
    void factThatTheCallerCannotGiveIsSkipped() {
        open(Patients.CIERA);
        begin();
        press("Cannot say");
        assertThat(shown()).contains("Full name skipped", "Step 2 of 5");
        assertThat(desk.asked()).noneMatch(asked -> asked.startsWith("answer"));
    }

    @Test
    void emptyAnswerIsNotSent() {
        open(Patients.CIERA);
        begin();
        press("Next");
        assertThat(script().said.isInvalid()).isTrue();
        assertThat(desk.asked()).noneMatch(asked -> asked.startsWith("answer"));
    }

    @Test
    void passOpensTheActsForTenMinutes() {
        open(Patients.CIERA);
        pass();
        assertThat(shown())
                .contains("Verified", "Open for", "Unlock", "Send a reset link")
                .contains("Reset the second step", "Sign out everywhere", "Send a new code");
    }

    @Test
    void accountThatStaysClosedIsOfferedNothingThatOpensIt() {
        for (var by : PortalAccount.Closing.values()) {
            accounts.keptClosed(Patients.CIERA, by);
            var view = open(Patients.CIERA);
            pass();
            assertThat(find(WindowPart.class, view).single().buttons.keySet())
                    .as("%s", by)
                    .isEqualTo(
                            by == PortalAccount.Closing.STAFF
                                    ? Set.of()
                                    : Set.of(AccountAct.END_SESSIONS));
        }
    }

    @Test
    void unlockIsReadBackAndSaysWhatTheCallerWillNotice() {
        open(Patients.CIERA);
        pass();
        press("Unlock");
        assertThat(shown()).contains("The lock ends at once");
        because("Unlock");
        assertThat(desk.asked()).contains("unlock because CALLER_LOCKED_OUT");
        assertThat(shown()).contains("Unlocked", "you can sign in now", "active");
    }

    @Test
    void accountThatIsLockedAgainMeanwhileIsNotCalledUnlocked() {
        accounts.attack();
        open(Patients.CIERA);
        pass();
        press("Unlock");
        because("Unlock");
        assertThat(shown()).contains("Locked again").doesNotContain("you can sign in now");
    }

    @Test
    void keycloakAwayIsSaidAndNothingIsPretended() {
        open(Patients.CIERA);
        pass();
        press("Unlock");
        desk.is(Desk.Mood.AWAY);
        because("Unlock");
        assertThat(shown()).contains("cannot be reached").doesNotContain("Unlocked");
        desk.is(Desk.Mood.ANSWERS);
        because("Unlock");
        assertThat(shown()).contains("Unlocked");
    }

    @Test
    void actThatMeetsALockOrAnotherActSaysWhatHelps() {
        open(Patients.ADAN);
        pass();
        press("Send a reset link");
        desk.refuseNext(ProblemCode.STATE_CONFLICT);
        because("Send a reset link");
        assertThat(shown()).contains("unlock first, or try again in a moment");
    }

    @Test
    void resetOfAWatchedAccountGoesToASupervisor() {
        open(Patients.CIERA);
        pass();
        press("Send a reset link");
        desk.refuseNext(ProblemCode.SUPERVISOR_ONLY);
        because("Send a reset link");
        assertThat(shown()).contains("Hand the call to a supervisor").doesNotContain("Link sent");
    }

    @Test
    void secondFactorIsNamedBeforeItIsTakenAway() {
        open(Patients.CIERA);
        pass();
        press("Reset the second step");
        because("Reset the second step");
        assertThat(desk.asked()).contains("reset OTP because LOST_SECOND_FACTOR");
    }

    @Test
    void failureNamesNoFactAndSaysHowManyTriesAreLeft() {
        calls.nothingFits(3);
        open(Patients.CIERA);
        pass();
        assertThat(shown())
                .contains("Not verified", "Which one was wrong is told to nobody")
                .contains("2 more verifications", "Say to the caller")
                .doesNotContain("Open for");
    }

    @Test
    void thirdFailureLeadsToASupervisor() {
        calls.nothingFits(1);
        open(Patients.CIERA);
        pass();
        find(AskSupervisor.class).single().reason.setValue("Known by voice");
        press("Ask a supervisor");
        assertThat(desk.asked()).contains("ask supervisor because Known by voice");
        assertThat(shown()).contains("A supervisor has been asked");
    }

    @Test
    void heldPatientIsNotAskedAnything() {
        open(Patients.CIERA);
        desk.refuseNext(ProblemCode.SUPERVISOR_ONLY);
        begin();
        assertThat(shown()).contains("Only a supervisor goes on", "Ask a supervisor");
        assertThat(find(ScriptPart.class).all()).isEmpty();
    }

    @Test
    void whoeverElseCallsNeedsNameRelationAndConsent() {
        var view = open(Patients.CIERA);
        var greeting = find(GreetingPart.class, view).single();
        greeting.caller.setValue(CallerKind.PROXY);
        assertThat(offered(greeting)).contains(Consent.ACTIVE_GRANT);
        greeting.caller.setValue(CallerKind.OTHER);
        assertThat(offered(greeting)).isNotEmpty().doesNotContain(Consent.ACTIVE_GRANT);
        desk.refuseNext(ProblemCode.CONSENT_REQUIRED);
        begin();
        assertThat(shown()).contains("Record name, relation and the patient’s consent");
        greeting.name.setValue("Lena Boyle");
        greeting.relation.setValue("daughter");
        greeting.consent.setValue(Consent.SPOKEN_IN_CALL);
        begin();
        assertThat(desk.asked()).contains("verify OTHER Lena Boyle");
        assertThat(shown()).contains("Step 1 of 5", "the patient’s full name");
    }

    private static List<Consent> offered(GreetingPart greeting) {
        return greeting.consent.getListDataView().getItems().toList();
    }

    @Test
    void codeToTheContactOnFileIsAskedForNext() {
        open(Patients.CIERA);
        begin();
        press("Send a code to the e-mail on file");
        assertThat(shown()).contains("It counts until", "read me the code");
        say("482913");
        assertThat(desk.asked()).contains("answer CODE_ON_FILE 482913");
        press("Compare now");
        assertThat(shown()).contains("Verified");
    }

    @Test
    void codeIsNotOfferedToAContactThatHasJustChanged() {
        calls.noCode();
        open(Patients.CIERA);
        begin();
        assertThat(find(Button.class).withText("Send a code to the e-mail on file").all())
                .isEmpty();
        assertThat(shown()).contains("No code can be sent");
    }

    @Test
    void givingUpNeedsAReasonAndIsNoFailure() {
        open(Patients.CIERA);
        begin();
        press("Give up");
        var dialog = find(GiveUpDialog.class).single();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.reason.setValue(AbandonReason.CALL_DROPPED);
        test(dialog.confirm).click();
        letSignalsRun();
        roundTrip();
        assertThat(desk.asked()).contains("abandon because CALL_DROPPED");
        assertThat(shown()).contains("Given up", "does not count as failed");
    }

    @Test
    void actsGoWithTheirWindow() throws InterruptedException {
        calls.window(Duration.ofMillis(50));
        open(Patients.CIERA);
        pass();
        Thread.sleep(200);
        letSignalsRun();
        assertThat(shown()).contains("The ten minutes are over");
        assertThat(find(WindowPart.class).all()).isEmpty();
    }

    @Test
    void noteIsSavedOnceTheCheckHasEnded() {
        var view = open(Patients.CIERA);
        view.note.reason.setValue(CallReason.CALLER_LOCKED_OUT);
        assertThat(view.note.save.isEnabled()).isFalse();
        pass();
        view.note.text.setValue("New phone.");
        press("Save the note");
        assertThat(desk.asked()).contains("note CALLER_LOCKED_OUT New phone.");
        assertThat(shown()).contains("Saved", "Next call");
    }

    @Test
    void noteTakesTheReasonOfTheFirstAct() {
        var view = open(Patients.CIERA);
        pass();
        press("Unlock");
        because("Unlock");
        assertThat(view.note.reason.getValue()).isEqualTo(CallReason.CALLER_LOCKED_OUT);
    }

    @Test
    void nobodyLeavesInTheMiddleOfTheQuestions() {
        open(Patients.CIERA);
        begin();
        UI.getCurrent().navigate(SupportView.class);
        roundTrip();
        assertThat(getCurrentView()).isInstanceOf(CallView.class);
        assertThat(find(GiveUpDialog.class).all()).isNotEmpty();
    }

    @Test
    void answerThatIsNotTakenIsAskedForAgain() {
        open(Patients.CIERA);
        begin();
        desk.refuseNext(ProblemCode.TOO_MANY_ANSWERS);
        say("Ciera");
        assertThat(shown()).contains("answered too often", "Step 1 of 5");
        assertThat(script().said.getValue()).isEmpty();
    }
}
