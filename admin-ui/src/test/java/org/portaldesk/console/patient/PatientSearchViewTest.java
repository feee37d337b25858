package org.portaldesk.console.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;

class PatientSearchViewTest extends ScreenTest {

    private PatientSearchView view;

    @BeforeEach
    void open() {
        view = navigate(PatientSearchView.class);
    }

    private void search(String words) {
        test(view.words).setValue(words);
        letSignalsRun();
    }

    @Test
    void nothingIsAskedForASingleLetter() {
        search("n");
        assertThat(desk.asked()).noneMatch(question -> question.startsWith("search"));
        assertThat(shown()).contains("Whom are you looking for?");
    }

    @Test
    void whoeverFitsIsListed() {
        search("nienow");
        assertThat(desk.asked()).contains("search nienow");
        assertThat(view.results.grid().getListDataView().getItemCount()).isEqualTo(1);
        assertThat(test(view.results.grid()).getCellText(0, 1)).isEqualTo("4 Jun 1998");
    }

    @Test
    void sameWordsAreNotLookedForTwice() {
        search("nienow");
        search(" nienow ");
        assertThat(desk.asked()).containsOnlyOnce("search nienow");
    }

    @Test
    void nobodyFoundSaysWhatToTry() {
        search("zzz");
        assertThat(shown()).contains("Nobody found").contains("Try fewer letters");
    }

    @Test
    void moreAreLoadedOnAsking() {
        search("many");
        assertThat(shown()).contains("20 shown, there are more");
        test(button("Load more")).click();
        letSignalsRun();
        assertThat(shown()).contains("40 in all");
    }

    @Test
    void apiThatIsAwayIsSaidWhereTheListWouldBeAndCanBeTriedAgain() {
        desk.is(Desk.Mood.AWAY);
        search("nienow");
        assertThat(shown()).contains("cannot be reached").contains("9f86d081884c");
        desk.is(Desk.Mood.ANSWERS);
        test(button("Try again")).click();
        letSignalsRun();
        assertThat(view.results.grid().getListDataView().getItemCount()).isEqualTo(1);
    }

    @Test
    void supportAgentSeesNoBirthDate() {
        signIn(StaffRole.SUPPORT_AGENT);
        view = navigate(PatientSearchView.class);
        search("nienow");
        assertThat(test(view.results.grid()).getCellText(0, 1)).isEqualTo("••/••/1998");
    }

    @Test
    void rowLeadsToThePatient() {
        search("nienow");
        test(view.results.grid()).clickRow(0);
        assertThat(getCurrentView()).isInstanceOf(PatientView.class);
        assertThat(desk.asked()).contains("patient " + Patients.BRUNILDA);
    }

    @Test
    void listIsStillThereOnTheWayBack() {
        search("nienow");
        test(view.results.grid()).clickRow(0);
        view = navigate(PatientSearchView.class);
        assertThat(view.words.getValue()).isEqualTo("nienow");
        assertThat(desk.asked()).containsOnlyOnce("search nienow");
    }
}
