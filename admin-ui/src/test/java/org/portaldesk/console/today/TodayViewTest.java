package org.portaldesk.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Letters;
import org.portaldesk.console.fake.Overrides;
import org.portaldesk.console.fake.Requests;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;

class TodayViewTest extends ScreenTest {

    @Autowired private Requests requests;
    @Autowired private Letters letters;
    @Autowired private Overrides overrides;

    @BeforeEach
    void freshQueues() {
        requests.reset();
        letters.reset();
        overrides.reset();
    }

    private void open(StaffRole role) {
        signIn(role);
        desk.asked().clear();
        navigate(TodayView.class);
        letSignalsRun();
    }

    @Test
    void numbersAreThoseOfTheQueues() {
        requests.mine(Requests.BRUNILDA, 12);
        open(StaffRole.HIM_STAFF);
        assertThat(shown())
                .contains("Code requests to decide 5")
                .contains("Critically overdue 1")
                .contains("Letters to print 5")
                .contains("Waiting for a second person 2")
                .contains("Claimed by you Nienow, Brunilda");
    }

    @Test
    void whatOthersWorkOnIsNotDueNext() {
        open(StaffRole.HIM_STAFF);
        assertThat(shown()).contains("Kuhlman, Marcela").doesNotContain("Boyle, Ciera");
    }

    @Test
    void supportAgentIsToldNothingOfTheQueues() {
        open(StaffRole.SUPPORT_AGENT);
        assertThat(shown())
                .contains("Activation codes of all patients")
                .doesNotContain("Letters to print")
                .doesNotContain("Kuhlman, Marcela");
        assertThat(desk.asked()).noneMatch(asked -> asked.startsWith("requests"));
    }

    @Test
    void privacyOfficerIsLedToTheRecord() {
        open(StaffRole.PRIVACY_OFFICER);
        assertThat(shown()).contains("Record of acts").doesNotContain("Letters to print");
    }

    @Test
    void queueThatDoesNotComeSaysSo() {
        open(StaffRole.HIM_STAFF);
        desk.is(Desk.Mood.AWAY);
        navigate(TodayView.class);
        letSignalsRun();
        assertThat(shown()).contains("cannot be reached");
    }
}
