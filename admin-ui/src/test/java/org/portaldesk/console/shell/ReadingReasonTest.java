package org.portaldesk.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;

/** What somebody sees who was shown far more patients than others. */
class ReadingReasonTest extends ScreenTest {

    @Test
    void wherePatientsWouldStandIsSaidWhyThereAreNoneAndWhatHelps() {
        signIn(StaffRole.ROI_REVIEWER);
        desk.is(Desk.Mood.ASKS_WHY);
        UI.getCurrent().navigate("results");
        letSignalsRun();

        assertThat(shown()).contains("far more patients within the hour", "Say why and go on");
        assertThat(find(Anchor.class).withText("Say why and go on").all())
                .isNotEmpty()
                .allSatisfy(anchor -> assertThat(anchor.getHref()).isEqualTo("reading-reason"));
    }

    @Test
    void aReasonGoesOutOnceItSaysSomething() {
        var view = navigate(ReadingReasonView.class);
        assertThat(view.confirm.isEnabled()).isFalse();
        test(view.reason).setValue("  asdf       ");
        assertThat(view.confirm.isEnabled()).isFalse();
        test(view.reason).setValue(" The backlog of two clinics ");
        test(view.confirm).click();
        letSignalsRun();

        assertThat(desk.asked()).contains("explain The backlog of two clinics");
    }

    @Test
    void aRefusalIsSaidWhereTheReasonStands() {
        var view = navigate(ReadingReasonView.class);
        test(view.reason).setValue("The backlog of two clinics");
        desk.refuseNext(ProblemCode.INVALID);
        test(view.confirm).click();
        settle();

        assertThat(shown()).contains("Something in the form");
        assertThat(view.reason.getValue()).isEqualTo("The backlog of two clinics");
    }
}
