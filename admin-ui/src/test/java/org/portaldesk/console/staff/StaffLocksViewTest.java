package org.portaldesk.console.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.fake.StaffLocks;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

/** Members of staff who are locked out, at the supervisor's screen. */
class StaffLocksViewTest extends ScreenTest {

    @Autowired private StaffLocks locks;

    @AfterEach
    void asItWas() {
        locks.reset();
    }

    @Test
    void whoIsLockedOutIsThereWithWhereFromAndGoesWhenReleased() {
        open();
        assertThat(shown()).contains("Elena Marchetti", "e.marchetti", "203.0.113.9, 2001:db8::7");
        release("The person stands before me");

        assertThat(desk.asked()).contains("release staff because The person stands before me");
        assertThat(shown()).contains("Nobody is locked out").doesNotContain("Marchetti");
    }

    @Test
    void whoeverTriesToReleaseThemselvesReadsWhoCan() {
        open();
        desk.refuseNext(ProblemCode.SAME_PERSON);
        release("The person stands before me");

        assertThat(shown()).contains("A second person must decide this", "Elena Marchetti");
    }

    @Test
    void anApiThatIsAwayIsSaidAndAskedAgain() {
        signIn(StaffRole.SUPERVISOR);
        desk.is(Desk.Mood.AWAY);
        navigate(StaffLocksView.class);
        letSignalsRun();
        assertThat(shown()).doesNotContain("Nobody is locked out");
        desk.is(Desk.Mood.ANSWERS);
        test(button("Look again")).click();
        letSignalsRun();
        assertThat(shown()).contains("Elena Marchetti");
    }

    private void open() {
        signIn(StaffRole.SUPERVISOR);
        navigate(StaffLocksView.class);
        letSignalsRun();
    }

    private void release(String reason) {
        test(find(Button.class).withText("Release").single()).click();
        settle();
        var dialog = find(ReasonDialog.class).single();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<String> choice = find(RadioButtonGroup.class, dialog).single();
        choice.setValue(reason);
        test(find(Button.class, dialog).withText("Release").single()).click();
        settle();
    }
}
