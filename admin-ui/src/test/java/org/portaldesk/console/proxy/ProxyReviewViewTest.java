package org.portaldesk.console.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.ProxyRequests;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.review.DecisionDialog;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Basis;
import org.portaldesk.contract.proxy.DenyReason;
import org.portaldesk.contract.proxy.PendReason;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.springframework.beans.factory.annotation.Autowired;

class ProxyReviewViewTest extends ScreenTest {

    @Autowired private ProxyRequests requests;

    @BeforeEach
    void reviewerSignsIn() {
        requests.reset();
        signIn(StaffRole.ROI_REVIEWER);
    }

    private ReviewDesk open(UUID id) {
        var view = navigate(ProxyReviewView.class, Map.of(ProxyReviewView.ID, id.toString()));
        letSignalsRun();
        return Objects.requireNonNull(view.desk);
    }

    private ReviewDesk openMine(UUID id) {
        requests.mine(id, 14);
        return open(id);
    }

    private void click(String name) {
        test(button(name)).click();
        letSignalsRun();
        roundTrip();
    }

    private static ChecklistPanel checklist(ReviewDesk desk) {
        return Objects.requireNonNull(desk.checklist);
    }

    private static Checkbox box(ChecklistPanel checklist) {
        return Objects.requireNonNull(checklist.boxes.get(Check.IDENTITY));
    }

    private void tickAll(ReviewDesk desk) {
        checklist(desk).boxes.values().forEach(box -> box.setValue(true));
    }

    private void lookAtAllPages(int pages) {
        for (var page = 1; page < pages; page++) {
            turnTo(page + 1);
        }
    }

    private void turnTo(int page) {
        // The first one skips to the content.
        var buttons = find(NativeButton.class).all();
        test(buttons.get(page)).click();
        letSignalsRun();
        roundTrip();
    }

    @Test
    void bothPeopleTheRuleAndItsSourceAreInSight() {
        open(ProxyRequests.TOMAS);
        assertThat(shown())
                .contains("NIENOW, Lena")
                .contains("NIENOW, Tomás")
                .contains("parent asks to see")
                .contains("The patient is 9 today")
                .contains("Policy “Full access to 12”, age band 0–12")
                .contains("45 CFR 164.502(g)(3)")
                .contains("the same person");
    }

    @Test
    void approvalNeedsEveryTickEveryPageAndTheEnd() {
        var review = openMine(ProxyRequests.MARA);
        assertThat(shown()).contains("11 things left").contains("1 of 3 pages looked at");
        test(review.acts.approve).click();
        assertThat(find(ApproveDialog.class).all()).isEmpty();
        tickAll(review);
        lookAtAllPages(3);
        checklist(review).until.setValue(LocalDate.of(2030, 12, 31));
        letSignalsRun();
        assertThat(shown()).contains("complete").contains("3 of 3 pages looked at");
        click("Approve");
        assertThat(shown())
                .contains("Give access to Ruben Kuhlman?")
                .contains("It ends with 31 Dec 2030.");
        click("Give access");
        assertThat(desk.asked())
                .anyMatch(
                        asked ->
                                asked.startsWith("approve patient null")
                                        && asked.contains("identity true authority true")
                                        && asked.contains(
                                                "checklist true seen true until 2030-12-31"));
        assertThat(requests.one(ProxyRequests.MARA).state()).isEqualTo(ProxyRequestState.APPROVED);
    }

    @Test
    void patientWhoIsTheProxyMustBeChosenWhereSomethingDiffers() {
        openMine(ProxyRequests.TOMAS);
        assertThat(shown()).contains("No, or it cannot be told").contains("4 match · 1 differs");
    }

    @Test
    void requestFromThePortalIsHeldAgainstTheBestRecord() {
        var review = openMine(ProxyRequests.PORTAL);
        assertThat(shown())
                .contains("Whose record is it?")
                .contains("No form is attached")
                .contains("brunilda@example.org ▲ differs");
        tickAll(review);
        click("Approve");
        click("Give access");
        assertThat(desk.asked())
                .anyMatch(asked -> asked.startsWith("approve patient " + Patients.BRUNILDA));
    }

    @Test
    void whatWasTickedStaysWhileTheRequestIsReadAnew() {
        requests.mine(ProxyRequests.TOMAS, 9);
        var review = open(ProxyRequests.TOMAS);
        var before = checklist(review);
        box(before).setValue(true);
        requests.mine(ProxyRequests.TOMAS, 14);
        turnTo(2);
        assertThat(review.checklist).isSameAs(before);
        assertThat(box(before).getValue()).isTrue();
    }

    @Test
    void decisionNeedsTheClaim() {
        var review = open(ProxyRequests.TOMAS);
        assertThat(review.acts.claim.isVisible()).isTrue();
        assertThat(review.acts.approve.isVisible()).isFalse();
        click("Claim");
        assertThat(review.acts.approve.isVisible()).isTrue();
        assertThat(shown()).contains("yours until");
    }

    @Test
    void claimOfAnotherLeavesNothingToDo() {
        var review = open(ProxyRequests.KAIS);
        assertThat(review.acts.claim.isVisible()).isFalse();
        assertThat(review.acts.deny.isVisible()).isFalse();
        assertThat(shown()).contains("Kai Brown has it until");
    }

    @Test
    void whoWasFasterIsToldAndThePresentStateIsOffered() {
        open(ProxyRequests.TOMAS);
        requests.takenByKai(ProxyRequests.TOMAS);
        click("Claim");
        assertThat(shown()).contains("Kai Brown took it");
        click("Show it as it is now");
        assertThat(shown()).doesNotContain("Kai Brown took it").contains("Kai Brown has it until");
    }

    @Test
    void denialNeedsACodedReasonAndShowsWhatTheRequesterReads() {
        openMine(ProxyRequests.TOMAS);
        click("Deny");
        @SuppressWarnings("unchecked")
        DecisionDialog<DenyReason, ?> dialog = find(DecisionDialog.class).single();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.choice.setValue(DenyReason.AUTHORITY_NOT_PROVEN);
        test(dialog.confirm).click();
        letSignalsRun();
        assertThat(desk.asked()).contains("deny because AUTHORITY_NOT_PROVEN");
        assertThat(shown()).contains("denied it").contains("Authority not proven");
    }

    @Test
    void requestIsPutAsideAndTakenUpAgain() {
        openMine(ProxyRequests.TOMAS);
        click("Put aside");
        @SuppressWarnings("unchecked")
        DecisionDialog<PendReason, ?> dialog = find(DecisionDialog.class).single();
        dialog.choice.setValue(PendReason.WAITING_FOR_DOCUMENT);
        test(dialog.confirm).click();
        letSignalsRun();
        assertThat(shown()).contains("waits for a document");
        click("Go on with it");
        assertThat(requests.one(ProxyRequests.TOMAS).state())
                .isEqualTo(ProxyRequestState.IN_REVIEW);
    }

    @Test
    void whatGoesAgainstTheRuleIsOnlyProposed() {
        openMine(ProxyRequests.TOMAS);
        click("Go against the rule…");
        var dialog = find(ProposeDialog.class).single();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.access.setValue(AccessClass.MINOR_FULL);
        dialog.basis.setValue(Basis.GUARDIANSHIP_ORDER);
        dialog.reason.setValue("Order of 4 May");
        dialog.until.setValue(LocalDate.of(2031, 1, 1));
        test(dialog.confirm).click();
        letSignalsRun();
        assertThat(desk.asked()).anyMatch(asked -> asked.contains("override GUARDIANSHIP_ORDER"));
        assertThat(shown()).contains("Somebody else decides");
    }

    @Test
    void whatLeavesTheRequestIsProposedOnceTheReasonIsGiven() {
        var review = openMine(ProxyRequests.PORTAL);
        tickAll(review);
        click("Approve");
        desk.refuseNext(ProblemCode.INCOMPLETE, "patientId");
        click("Give access");
        var dialog = find(ApproveDialog.class).single();
        assertThat(shown()).contains("not surely that of the patient whom the request names");
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.reason.setValue("Adopted; old name on the form");
        test(dialog.confirm).click();
        letSignalsRun();
        assertThat(desk.asked())
                .anyMatch(asked -> asked.endsWith("because Adopted; old name on the form"));
        assertThat(shown())
                .contains("Somebody else decides")
                .contains("Two must agree, because")
                .contains("Back to review");
    }

    @Test
    void secondPersonSeesWhatIsProposedAndAgreesToIt() {
        signIn(StaffRole.SUPERVISOR);
        open(ProxyRequests.PROPOSED);
        assertThat(shown())
                .contains("Kai Brown proposes this, which two must agree to")
                .contains("Diminished capacity")
                .contains("Court order of 3 March");
        click("Claim");
        click("Agree");
        click("Agree and give access");
        assertThat(requests.one(ProxyRequests.PROPOSED).state())
                .isEqualTo(ProxyRequestState.APPROVED);
    }

    @Test
    void refusedApprovalSaysWhichRule() {
        var review = openMine(ProxyRequests.TOMAS);
        tickAll(review);
        lookAtAllPages(2);
        click("Approve");
        desk.refuseNext(ProblemCode.BLOCKED);
        click("Give access");
        assertThat(shown()).contains("Not permitted");
        assertThat(requests.one(ProxyRequests.TOMAS).state())
                .isEqualTo(ProxyRequestState.IN_REVIEW);
    }

    @Test
    void proxyWithoutEmailGetsTheCodeHere() {
        requests.withoutEmail();
        var review = openMine(ProxyRequests.TOMAS);
        tickAll(review);
        lookAtAllPages(2);
        click("Approve");
        click("Give access");
        assertThat(shown()).contains("7K3MX-P9QRT-2VWYZ").contains("Shown once");
    }

    @Test
    void pageThatDoesNotComeCanBeAskedForAgain() {
        open(ProxyRequests.MARA);
        desk.is(Desk.Mood.AWAY);
        turnTo(2);
        assertThat(shown()).contains("cannot be reached");
        desk.is(Desk.Mood.ANSWERS);
        click("Try again");
        assertThat(shown()).contains("2 of 3 pages looked at");
    }

    @Test
    void nothingAtThatAddressIsNotFound() {
        navigate("proxy-requests/nonsense", Component.class);
        assertThat(getCurrentView()).isNotInstanceOf(ProxyReviewView.class);
    }
}
