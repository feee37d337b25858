package org.portaldesk.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.AccessPolicies;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

class PoliciesViewTest extends ScreenTest {

    @Autowired private AccessPolicies policies;

    @BeforeEach
    void administratorSignsIn() {
        policies.reset();
        signIn(StaffRole.ADMINISTRATOR);
    }

    private void open() {
        navigate(PoliciesView.class);
        letSignalsRun();
    }

    private void clickFirst(String name) {
        test(find(Button.class).withText(name).all().getFirst()).click();
        letSignalsRun();
        roundTrip();
    }

    @Test
    void whatCountsNowAndItsBandsAreShown() {
        open();
        assertThat(shown())
                .contains("Full access to 12 ✓ counts now")
                .contains("0–12 full, for a child")
                .contains("13–17 limited, for a teenager own account")
                .contains("18 and over none own account")
                .contains("by the close of business day 4");
    }

    @Test
    void policyIsTriedOnTodaysGrants() {
        open();
        clickFirst("Try it on today’s grants");
        assertThat(shown())
                .contains("nobody sees more")
                .contains("2 see less")
                .contains("less: Results, Notes, Medications, Billing");
    }

    @Test
    void copyIsChangedAndProposed() {
        open();
        clickFirst("Copy and change…");
        var dialog = find(ProposeDialog.class).single();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.name.setValue("Full access under 10");
        dialog.from.setValue(LocalDate.now().plusDays(30));
        dialog.rows.get(1).from.setValue(10);
        assertThat(dialog.confirm.isEnabled()).isTrue();
        test(dialog.confirm).click();
        letSignalsRun();
        assertThat(desk.asked())
                .contains("propose Full access under 10 with bands [0–9, 10–12, 13–17, 18–null]");
    }

    @Test
    void policyThatDoesNotCountYetIsWithdrawnByTwoOrKept() {
        policies.toCome();
        open();
        clickFirst("Withdraw…");
        var dialog = find(WithdrawDialog.class).single();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.reason.setValue("The law was changed");
        test(dialog.confirm).click();
        letSignalsRun();
        roundTrip();
        assertThat(desk.asked()).contains("withdraw policy because The law was changed");
        assertThat(shown()).contains("The law was changed").contains("Agree to withdraw…");
        clickFirst("Keep it");
        assertThat(shown()).doesNotContain("Agree to withdraw…");
    }

    @Test
    void bandsThatDoNotRiseCannotBeProposed() {
        open();
        clickFirst("Copy and change…");
        var dialog = find(ProposeDialog.class).single();
        dialog.name.setValue("Wrong");
        dialog.from.setValue(LocalDate.now().plusDays(30));
        dialog.rows.get(1).from.setValue(18);
        assertThat(dialog.confirm.isEnabled()).isFalse();
    }

    @Test
    void whoProposedItCannotApproveIt() {
        open();
        desk.refuseNext(ProblemCode.SAME_PERSON);
        clickFirst("Approve");
        assertThat(shown()).contains("A second person must decide this, not you");
    }

    @Test
    void reviewersReadAndTryButDecideNothing() {
        signIn(StaffRole.ROI_REVIEWER);
        open();
        assertThat(find(Button.class).withText("Approve").all()).isEmpty();
        assertThat(find(Button.class).withText("Copy and change…").all()).isEmpty();
        assertThat(find(Button.class).withText("Try it on today’s grants").all()).hasSize(3);
    }
}
