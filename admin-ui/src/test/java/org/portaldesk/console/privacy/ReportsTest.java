package org.portaldesk.console.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.Reports;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.privacy.AccessReportDialog.StaffShown;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

class ReportsTest extends ScreenTest {

    @Autowired private Reports reports;

    @BeforeEach
    void officer() {
        reports.reset();
        signIn(StaffRole.PRIVACY_OFFICER);
        UI.getCurrent().navigate("patients/" + Patients.BRUNILDA);
        letSignalsRun();
    }

    @AfterEach
    void others() {
        reports.reset();
    }

    private AccessReportDialog report() {
        test(button("Access report")).click();
        roundTrip();
        return find(AccessReportDialog.class).single();
    }

    private DisclosuresDialog accounting() {
        test(button("Disclosures")).click();
        letSignalsRun();
        roundTrip();
        return find(DisclosuresDialog.class).single();
    }

    private void make(AccessReportDialog dialog) {
        test(dialog.make).click();
        letSignalsRun();
        roundTrip();
    }

    @Test
    void nobodyElseIsOfferedThem() {
        signIn(StaffRole.HIM_STAFF);
        UI.getCurrent().navigate("patients/" + Patients.BRUNILDA);
        letSignalsRun();
        assertThat(shown()).doesNotContain("Access report", "Disclosures");
    }

    @Test
    void reportCoversWholeDaysOfTheFacility() {
        var dialog = report();
        dialog.from.setValue(LocalDate.of(2026, 11, 1));
        dialog.to.setValue(LocalDate.of(2026, 11, 1));
        dialog.staff.setValue(StaffShown.NAME);
        make(dialog);
        assertThat(desk.asked())
                .contains(
                        "report of "
                                + Patients.BRUNILDA
                                + " from 2026-11-01T04:00:00Z to 2026-11-02T05:00:00Z names true");
    }

    @Test
    void reportIsShownInThePatientsLanguageAndOpensForPrinting() {
        var dialog = report();
        assertThat(shown()).contains("in the language on record: Spanish");
        make(dialog);
        assertThat(shown()).contains("12 entries");
        var grid = find(Grid.class, dialog).single();
        assertThat(grid.getElement().getAttribute("lang")).isEqualTo("es");
        assertThat(test(grid).getCellText(0, 1)).isEqualTo("Usted");
        assertThat(find(Anchor.class, dialog).withText("Open for printing").single().getTarget())
                .hasValue("_blank");
    }

    @Test
    void daysInTheWrongOrderAreNotAskedFor() {
        var dialog = report();
        dialog.from.setValue(LocalDate.of(2026, 11, 2));
        dialog.to.setValue(LocalDate.of(2026, 11, 1));
        assertThat(dialog.to.isInvalid()).isTrue();
        assertThat(dialog.make.isEnabled()).isFalse();
    }

    @Test
    void tooMuchForOneReportIsSaidWithWhatHelps() {
        var dialog = report();
        desk.refuseNext(ProblemCode.AGAINST_RULE);
        make(dialog);
        assertThat(shown()).contains("Choose fewer days");
        assertThat(dialog.make.isEnabled()).isTrue();
    }

    @Test
    void recordThatNobodyLookedAtIsSaid() {
        reports.nothing();
        make(report());
        assertThat(shown()).contains("Nobody looked at this record");
    }

    @Test
    void accountingIsReadToItsEndBeforeItIsShown() {
        var dialog = accounting();
        assertThat(desk.asked()).contains("disclosures of " + Patients.BRUNILDA + " after more");
        assertThat(shown())
                .contains("Access in the portal", "Lena Nienow", "Code to open an account");
        assertThat(dialog.print.isEnabled()).isTrue();
        assertThat(dialog.print.getText()).containsIgnoringCase("español");
    }

    @Test
    void accountingThatDoesNotComeIsNotPrinted() {
        desk.is(Desk.Mood.AWAY);
        var dialog = accounting();
        assertThat(shown()).contains("cannot be reached");
        assertThat(dialog.print.isEnabled()).isFalse();
    }
}
