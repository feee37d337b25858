package org.portaldesk.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;

class SupportSearchTest extends ScreenTest {

    private SupportView open(StaffRole role) {
        signIn(role);
        var view = navigate(SupportView.class);
        letSignalsRun();
        return view;
    }

    private void search(SupportView view, String words) {
        test(find(TextField.class, view).single()).setValue(words);
        letSignalsRun();
    }

    private String row(SupportView view, int row) {
        var grid = test(view.results.grid());
        return grid.getCellText(row, 0)
                + " "
                + grid.getCellText(row, 1)
                + " "
                + grid.getCellText(row, 2);
    }

    @Test
    void rowsTellPeopleApartAndNoMore() {
        var view = open(StaffRole.SUPPORT_AGENT);
        search(view, "boyle");
        assertThat(row(view, 0)).contains("••/••/1963", "•••• 02").doesNotContain("c07a6f3b");
    }

    @Test
    void supervisorSeesNoMoreThanAnAgent() {
        var view = open(StaffRole.SUPERVISOR);
        search(view, "boyle");
        assertThat(row(view, 0)).contains("••/••/1963", "•••• 02").doesNotContain("12 Mar");
    }

    @Test
    void enterBeginsTheCallWhenOnePersonIsFound() {
        open(StaffRole.SUPPORT_AGENT).enter("boyle");
        letSignalsRun();
        roundTrip();
        assertThat(getCurrentView()).isInstanceOf(CallView.class);
    }

    @Test
    void enterBeginsNoCallWhenSeveralAreFound() {
        var view = open(StaffRole.SUPPORT_AGENT);
        view.enter("ie");
        letSignalsRun();
        roundTrip();
        assertThat(getCurrentView()).isSameAs(view);
        assertThat(view.results.grid().getListDataView().getItemCount()).isGreaterThan(1);
    }

    @Test
    void nobodyFoundSaysWhatHelps() {
        var view = open(StaffRole.SUPPORT_AGENT);
        search(view, "zzzz");
        assertThat(shown()).contains("Nobody found", "Code request by phone");
    }

    @Test
    void searchThatIsNotAnsweredSaysSo() {
        var view = open(StaffRole.SUPPORT_AGENT);
        desk.is(Desk.Mood.AWAY);
        search(view, "boyle");
        assertThat(shown()).contains("cannot be reached");
    }
}
