package org.portaldesk.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Accounts;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.account.AccountLock;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;

class SupportLockedTest extends ScreenTest {

    private static final Duration PROMISED = Duration.ofSeconds(3);

    @Autowired private Accounts accounts;

    @BeforeEach
    void freshAccounts() {
        accounts.reset();
    }

    private void open(StaffRole role) {
        signIn(role);
        navigate(LockedView.class);
        until("live: 2 locked");
    }

    /** Waits as somebody does who watches the screen and touches nothing. */
    private void until(String words) {
        var end = Instant.now().plus(PROMISED);
        while (!shown().contains(words) && Instant.now().isBefore(end)) {
            runPendingSignalsTasks();
        }
        assertThat(shown()).contains(words);
    }

    @Test
    void newLockComesByItself() {
        open(StaffRole.SUPPORT_AGENT);
        assertThat(shown()).contains("Boyle, Ciera", "only by unlocking", "Begin a call");
        accounts.lock(
                new UUID(5, 5),
                "Kuhlman, Marcela",
                new AccountLock(
                        AccountLock.Kind.TEMPORARY,
                        Instant.now(),
                        5,
                        "203.0.113.9",
                        Instant.now().plusSeconds(60)));
        until("live: 3 locked");
        assertThat(shown()).contains("Kuhlman, Marcela");
    }

    @Test
    void lockThatHasEndedGoes() {
        open(StaffRole.SUPPORT_AGENT);
        accounts.end(Patients.CIERA);
        until("live: 1 locked");
        assertThat(shown()).doesNotContain("Boyle, Ciera");
        accounts.end(Patients.ADAN);
        until("Nobody is locked out");
    }

    @Test
    void listThatIsNoLongerLiveSaysSoAndComesBack() {
        open(StaffRole.SUPPORT_AGENT);
        desk.is(Desk.Mood.AWAY);
        until("not live");
        assertThat(shown()).contains("Boyle, Ciera");
        desk.is(Desk.Mood.ANSWERS);
        until("live: 2 locked");
    }

    @Test
    void nothingIsAskedForOnceNobodyLooks() throws InterruptedException {
        open(StaffRole.SUPPORT_AGENT);
        navigate(SupportView.class);
        desk.asked().clear();
        Thread.sleep(LockedState.PACE.multipliedBy(2));
        assertThat(desk.asked()).doesNotContain("locked accounts");
    }

    @Test
    void healthInformationLooksAndTakesNoCalls() {
        open(StaffRole.HIM_STAFF);
        assertThat(shown()).contains("Boyle, Ciera").doesNotContain("Begin a call");
    }
}
