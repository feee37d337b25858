package org.portaldesk.console.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;

class LedgerViewTest extends ScreenTest {

    private LedgerView ledger() {
        signIn(StaffRole.SUPERVISOR);
        var view = navigate(LedgerView.class);
        settle();
        return view;
    }

    @Test
    void clinicianWithTooManyHoldsStandsOut() {
        ledger();

        assertThat(shown())
                .contains(
                        "The house’s limit is 10 holds of one clinician in 30 days.",
                        "Dr. Zora Unknown: 12 holds",
                        "Download for a spreadsheet");
    }

    @Test
    void daysAreThoseOfTheFacilityAndTheLastOneCountsToItsEnd() {
        var view = ledger();
        view.from.setValue(LocalDate.of(2026, 11, 2));
        view.to.setValue(LocalDate.of(2026, 11, 3));
        settle();

        assertThat(desk.asked())
                .contains("ledger from 2026-11-02T05:00:00Z to 2026-11-04T05:00:00Z");
        assertThat(shown()).contains("No result was held in this time.");
    }

    @Test
    void ledgerThatCannotBeReadSaysSo() {
        signIn(StaffRole.PRIVACY_OFFICER);
        navigate(LedgerView.class);
        desk.is(Desk.Mood.AWAY);
        navigate(LedgerView.class);
        settle();

        assertThat(shown()).contains("Try again");
    }
}
