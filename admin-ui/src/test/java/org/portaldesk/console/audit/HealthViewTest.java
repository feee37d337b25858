package org.portaldesk.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.fake.Seals;
import org.portaldesk.contract.audit.AuditVerification.Finding;
import org.portaldesk.contract.audit.AuditVerification.Kind;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;

class HealthViewTest extends ScreenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Autowired private Seals seals;

    @BeforeEach
    void officer() {
        seals.reset();
        signIn(StaffRole.PRIVACY_OFFICER);
    }

    @AfterEach
    void well() {
        seals.reset();
    }

    private HealthView open() {
        var view = navigate(HealthView.class);
        until("Waits for its seal");
        return view;
    }

    /** The screen asks by itself, on a thread of its own. */
    private void until(String words) {
        var end = Instant.now().plus(PATIENCE);
        while (!shown().contains(words) && Instant.now().isBefore(end)) {
            runPendingSignalsTasks();
        }
        assertThat(shown()).contains(words);
    }

    @Test
    void nobodyElseSeesIt() {
        signIn(StaffRole.SUPERVISOR);
        navigate("record-health", Component.class);
        assertThat(getCurrentView()).isNotInstanceOf(HealthView.class);
    }

    @Test
    void chainThatIsWellIsSaidToBe() {
        open();
        assertThat(shown())
                .contains("No. 4,711", "all 4,711", "Waits for its seal ✓ nothing")
                .contains("Not verified since you signed in", Seals.key());
    }

    @Test
    void sealerThatStandsStillIsAnAlarm() {
        seals.standsStill(Duration.ofMinutes(3), 2);
        open();
        assertThat(shown()).contains("3 minutes", "2 are missing", "not sealed", "Tell whoever");
    }

    @Test
    void verificationSaysWhatItFound() {
        var view = open();
        test(view.verification.verify).click();
        letSignalsRun();
        assertThat(shown()).contains("The record is as it was sealed", "200,000 events checked");
    }

    @Test
    void findingsAreToldInPlainWordsWithTheirPlace() {
        seals.altered(
                new Finding(Kind.ALTERED, "01939a3c-7a80-7000-8000-000000000001"),
                new Finding(Kind.TAIL_CUT, "checkpoint 17"));
        var view = open();
        test(view.verification.verify).click();
        letSignalsRun();
        assertThat(shown())
                .contains("2 findings", "An event was altered", "Event of 5 December 2024")
                .contains("The end of the record was cut off", "At checkpoint 17");
    }

    @Test
    void verificationCanBeStoppedAndThenSaysNothing() {
        seals.neverEnds();
        var view = open();
        test(view.verification.verify).click();
        letSignalsRun();
        assertThat(shown()).contains("140,000 events so far");
        test(view.verification.stop).click();
        letSignalsRun();
        assertThat(shown()).contains("Stopped after 140,000 events", "Not verified since");
    }

    @Test
    void apiThatIsAwayIsSaid() {
        desk.is(Desk.Mood.AWAY);
        navigate(HealthView.class);
        until("cannot be reached");
        desk.is(Desk.Mood.ANSWERS);
        until("No. 4,711");
    }
}
