package org.portaldesk.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ShellTest extends ScreenTest {

    @Autowired private ApplicationContext beans;

    private void go(String path) {
        navigate(path, Component.class);
        letSignalsRun();
    }

    @Test
    void startLeadsToTheFirstScreenOfTheRole() {
        go("");
        assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("TodayView");
    }

    @Test
    void navigationHoldsWhatTheRoleMayOpen() {
        go("");
        assertThat(find(SideNav.class).single().getItems())
                .extracting(SideNavItem::getLabel)
                .contains("Patients");
    }

    @Test
    void administratorSeesNoPatientsAndIsToldSo() {
        signIn(StaffRole.ADMINISTRATOR);
        go("");
        assertThat(find(SideNav.class).single().getItems())
                .extracting(SideNavItem::getLabel)
                .containsExactly("Access policies", "Staff locked out");
        go("patients");
        assertThat(getCurrentView()).isInstanceOf(NotPermittedView.class);
        assertThat(desk.asked()).noneMatch(question -> question.startsWith("search"));
    }

    @Test
    void whoeverHasNoRoleSeesAnExplanation() {
        signIn();
        go("patients");
        assertThat(getCurrentView()).isInstanceOf(ThresholdView.class);
        assertThat(shown()).contains("Welcome, Hana Kim", "nobody has given you a role");
    }

    @Test
    void apiThatIsAwayIsSaidAtTheThreshold() {
        desk.is(Desk.Mood.AWAY);
        signIn(StaffRole.HIM_STAFF);
        go("patients");
        assertThat(getCurrentView()).isInstanceOf(ThresholdView.class);
        assertThat(shown()).contains("cannot be reached", "Try again", "Sign out");
    }

    @Test
    void whoeverWaitsAtTheThresholdTooLongIsAskedForAnew() {
        desk.is(Desk.Mood.NEVER_ANSWERS);
        signIn(StaffRole.HIM_STAFF);
        go("patients");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(2_000);

        desk.is(Desk.Mood.ANSWERS);
        desk.asked().clear();
        for (var poll = 0; poll < 5; poll++) {
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        }
        letSignalsRun();
        assertThat(desk.asked()).startsWith("me");
        go("patients");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        assertThat(shown()).contains("Whom are you looking for?");
    }

    @Test
    void whoeverIsKnownBeforeTheThresholdStandsDoesNotStayThere() {
        desk.is(Desk.Mood.NEVER_ANSWERS);
        signIn(StaffRole.HIM_STAFF);
        UI.getCurrent()
                .addBeforeEnterListener(
                        event -> {
                            if (event.getNavigationTarget() == ThresholdView.class) {
                                desk.is(Desk.Mood.ANSWERS);
                                beans.getBean(Staff.class).load();
                            }
                        });
        go("patients");
        letSignalsRun();
        assertThat(getCurrentView()).isNotInstanceOf(ThresholdView.class);
    }

    @Test
    void whoeverIsKnownAndAsksForTheThresholdComesHome() {
        go("patients");
        go(ThresholdView.ADDRESS);
        assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("TodayView");
    }

    @Test
    void addressWithoutAScreenIsSaid() {
        go("nowhere");
        assertThat(shown()).contains("There is nothing at this address");
    }

    @Test
    void brokenAddressOfAPatientIsNotFound() {
        go("patients/not-an-id");
        assertThat(getCurrentView()).isInstanceOf(NoSuchScreenView.class);
    }

    @Test
    void paletteFindsAPatientFromAnywhere() {
        go("patients");
        fireShortcut(Key.KEY_K, KeyModifier.CONTROL);
        var palette = find(CommandPalette.class).single();
        test(palette.words).setValue("nienow");
        letSignalsRun();
        assertThat(shown()).contains("Nienow, Brunilda Lucinda", "4 Jun 1998 · c07a6f3b-a001");
    }

    @Test
    void shortcutsAreShownOnAsking() {
        go("patients");
        fireShortcut(Key.SLASH, KeyModifier.CONTROL);
        assertThat(shown()).contains("Keyboard shortcuts", "Issue a code");
    }
}
