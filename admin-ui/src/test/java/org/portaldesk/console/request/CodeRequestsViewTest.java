package org.portaldesk.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Junk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.Requests;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.review.DecisionDialog;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.request.AskReason;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestState;
import org.portaldesk.contract.request.DenyReason;
import org.springframework.beans.factory.annotation.Autowired;

class CodeRequestsViewTest extends ScreenTest {

    @Autowired private Requests requests;
    @Autowired private Junk junk;

    @BeforeEach
    void freshRequests() {
        requests.reset();
    }

    private CodeRequestsView open() {
        var view = navigate(CodeRequestsView.class);
        letSignalsRun();
        return view;
    }

    private CodeRequestsView open(UUID id) {
        var view = navigate(CodeRequestsView.class, Map.of(CodeRequestsView.ID, id.toString()));
        letSignalsRun();
        return view;
    }

    private void click(String name) {
        test(button(name)).click();
        letSignalsRun();
        roundTrip();
    }

    private static ReviewActs acts(CodeRequestsView view) {
        return Objects.requireNonNull(view.review).acts;
    }

    @Test
    void whatCameInBulkGoesInOneAct() {
        junk.reset();
        open();
        click("Junk…");
        var dialog = find(JunkDialog.class).single();
        assertThat(dialog.remove.isEnabled()).isFalse();
        dialog.groups.select(dialog.groups.getListDataView().getItems().toList());
        letSignalsRun();
        assertThat(dialog.remove.getText()).isEqualTo("Remove 32 requests");
        test(dialog.remove).click();
        letSignalsRun();
        roundTrip();

        assertThat(desk.asked()).contains("remove junk of 2");
        assertThat(shown()).contains("32 requests were removed.", "Nothing came in bulk.");
    }

    @Test
    void mineComeFirstThenTheLatest() {
        requests.mine(Requests.BRUNILDA, 12);
        assertThat(find(H2.class, open().queue).all())
                .extracting(heading -> heading.getElement().getTextRecursively())
                .containsExactly(
                        "●Claimed by you 1",
                        "▲Critically overdue 1",
                        "!Overdue 1",
                        "✓Not due yet 2");
    }

    @Test
    void whoWorksOnItIsSaid() {
        open();
        assertThat(shown()).contains("Kai Brown has it until");
    }

    @Test
    void eachRowHasAnAddressOfItsOwn() {
        open();
        assertThat(find(RouterLink.class).withClassName("queue-row").all())
                .extracting(RouterLink::getHref)
                .contains("code-requests/" + Requests.MARCELA);
    }

    @Test
    void emptyPartSaysWhatWouldBeThere() {
        UI.getCurrent().navigate(CodeRequestsView.class, Shown.APPROVED.query());
        letSignalsRun();
        assertThat(desk.asked()).contains("requests APPROVED");
        assertThat(shown()).contains("Nothing approved yet");
    }

    @Test
    void listThatDoesNotComeCanBeAskedForAgain() {
        open();
        desk.is(Desk.Mood.AWAY);
        click("Refresh");
        assertThat(shown()).contains("cannot be reached");
        desk.is(Desk.Mood.ANSWERS);
        click("Try again");
        assertThat(shown()).contains("Kuhlman, Marcela");
    }

    @Test
    void requestStandsBesideTheBestRecordInWords() {
        open(Requests.ADAN);
        assertThat(shown())
                .contains("5 match · 1 differs")
                .contains("brunilda@example.org ▲ differs")
                .contains("not given")
                .contains("account: code sent");
    }

    @Test
    void anotherRecordCanBeHeldAgainstIt() {
        open(Requests.ADAN);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<CodeRequest.Candidate> choice =
                find(RadioButtonGroup.class, (Component) getCurrentView()).single();
        var best = choice.getValue();
        choice.setValue(requests.one(Requests.ADAN).candidates().get(1));
        // As if the browser had said so.
        ComponentUtil.fireEvent(
                choice, new ComponentValueChangeEvent<>(choice, choice, best, true));
        assertThat(shown()).contains("11 Feb 1971").contains("not on record");
    }

    @Test
    void decisionNeedsTheClaim() {
        var acts = acts(open(Requests.ADAN));
        assertThat(acts.claim.isVisible()).isTrue();
        assertThat(acts.approve.isVisible()).isFalse();
        click("Claim");
        assertThat(acts.claim.isVisible()).isFalse();
        assertThat(acts.approve.isVisible()).isTrue();
        assertThat(shown()).contains("yours until").contains("Claimed by you 1");
    }

    @Test
    void claimOfAnotherLeavesNothingToDo() {
        var acts = acts(open(Requests.KAIS));
        assertThat(acts.claim.isVisible()).isFalse();
        assertThat(acts.deny.isVisible()).isFalse();
    }

    @Test
    void supervisorReadsButDecidesNothing() {
        signIn(StaffRole.SUPERVISOR);
        var acts = acts(open(Requests.ADAN));
        assertThat(shown()).contains("brunilda@example.org");
        assertThat(acts.claim.isVisible()).isFalse();
    }

    @Test
    void approvalGoesToTheChosenRecordByTheWishedChannel() {
        requests.mine(Requests.ADAN, 14);
        open(Requests.ADAN);
        click("Approve");
        assertThat(shown())
                .contains("Does not agree with the record: E-mail")
                .contains("The code that is live now stops working at once");
        click("Approve and send");
        assertThat(desk.asked()).contains("approve for " + Patients.BRUNILDA + " by EMAIL");
        assertThat(shown()).contains("approved it").contains("Next request");
        assertThat(requests.one(Requests.ADAN).state()).isEqualTo(CodeRequestState.APPROVED);
    }

    @Test
    void refusedApprovalSaysWhichRuleAndWhatHelps() {
        requests.mine(Requests.ADAN, 14);
        open(Requests.ADAN);
        click("Approve");
        desk.refuseNext(ProblemCode.CONTACT_COLLISION);
        click("Approve and send");
        assertThat(shown())
                .contains("A second person must agree")
                .contains("Ask a second person on the patient’s page");
        assertThat(requests.one(Requests.ADAN).state()).isEqualTo(CodeRequestState.IN_REVIEW);
    }

    @Test
    void denialNeedsACodedReasonAndShowsWhatTheRequesterReads() {
        requests.mine(Requests.ADAN, 14);
        var view = open(Requests.ADAN);
        test(acts(view).deny).click();
        @SuppressWarnings("unchecked")
        DecisionDialog<DenyReason, ?> dialog = find(DecisionDialog.class).single();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        assertThat(shown()).contains("Please come to our desk with a photo ID");
        dialog.choice.setValue(DenyReason.IDENTITY_NOT_PROVEN);
        test(dialog.confirm).click();
        letSignalsRun();
        assertThat(desk.asked()).contains("deny because IDENTITY_NOT_PROVEN");
        assertThat(shown()).contains("denied it").contains("Identity not proven");
    }

    @Test
    void whoWasFasterIsToldAndThePresentStateIsOffered() {
        open(Requests.ADAN);
        requests.takenByKai(Requests.ADAN);
        click("Claim");
        assertThat(shown()).contains("Kai Brown is working on it").contains("Kai Brown took it");
        click("Show it as it is now");
        assertThat(shown()).doesNotContain("Kai Brown took it").contains("Kai Brown has it until");
    }

    @Test
    void decisionOfAnotherIsNotOverwritten() {
        requests.mine(Requests.ADAN, 14);
        var view = open(Requests.ADAN);
        test(acts(view).ask).click();
        @SuppressWarnings("unchecked")
        DecisionDialog<AskReason, ?> dialog = find(DecisionDialog.class).single();
        dialog.choice.setValue(AskReason.NAME_DIFFERS);
        requests.deniedByKai(Requests.ADAN);
        test(dialog.confirm).click();
        letSignalsRun();
        assertThat(shown()).contains("Kai Brown denied it");
        click("Show it as it is now");
        assertThat(dialog.isOpened()).isFalse();
        assertThat(shown()).contains("The requester has been told").contains("Asked for twice");
    }

    @Test
    void nothingAtThatAddressIsNotFound() {
        navigate("code-requests/nonsense", Component.class);
        assertThat(getCurrentView()).isNotInstanceOf(CodeRequestsView.class);
    }
}
