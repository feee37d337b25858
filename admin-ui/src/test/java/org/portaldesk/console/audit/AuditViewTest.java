package org.portaldesk.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;

class AuditViewTest extends ScreenTest {

    private AuditView view;

    @BeforeEach
    void open() {
        signIn(StaffRole.PRIVACY_OFFICER);
        view = navigate(AuditView.class);
        letSignalsRun();
    }

    private void go(String parameter, String value) {
        UI.getCurrent().navigate(AuditView.class, QueryParameters.simple(Map.of(parameter, value)));
        letSignalsRun();
    }

    @Test
    void nobodyElseReadsTheRecord() {
        signIn(StaffRole.SUPERVISOR);
        navigate("audit", Component.class);
        assertThat(getCurrentView()).isNotInstanceOf(AuditView.class);
    }

    @Test
    void daysBeginAndEndInTheFacilitysZone() {
        var filter =
                AuditFilter.ALL
                        .withFrom(LocalDate.of(2026, 11, 1))
                        .withTo(LocalDate.of(2026, 11, 1));
        var zone = ZoneId.of("America/New_York");
        assertThat(filter.begin(zone)).hasToString("2026-11-01T04:00:00Z");
        assertThat(filter.end(zone)).hasToString("2026-11-02T05:00:00Z");
    }

    @Test
    void filterStandsInTheAddress() {
        var filter =
                new AuditFilter(
                        Patients.CIERA,
                        "hana.kim",
                        "CODE_ISSUED",
                        "192.0.2.17",
                        AuditOutcome.REFUSED,
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 30),
                        AuditSort.ADDRESS);
        assertThat(AuditFilter.in(filter.query())).isEqualTo(filter);
    }

    @Test
    void onlyWhatIsNarrowIsSortedByAnythingButTime() {
        var whole = AuditFilter.ALL.withSort(AuditSort.STAFF);
        assertThat(whole.order()).isEqualTo(AuditSort.TIME);
        assertThat(whole.withFrom(LocalDate.of(2026, 11, 1)).order()).isEqualTo(AuditSort.STAFF);
        assertThat(view.bar.sort.isEnabled()).isFalse();
    }

    @Test
    void whatIsSortedIsListedAndTakesThePlaceOfTheTimeline() {
        go("patient", Patients.BRUNILDA.toString());
        test(view.bar.sort).selectItem("Who");
        letSignalsRun();
        assertThat(desk.asked()).anyMatch(asked -> asked.endsWith("sorted by STAFF"));
        assertThat(view.list.isVisible()).isTrue();
        assertThat(view.timeline.isVisible()).isFalse();
    }

    @Test
    void whatCannotBeReadInTheAddressAsksForNothing() {
        var query =
                QueryParameters.simple(
                        Map.of(
                                "patient",
                                "x",
                                "from",
                                "yesterday",
                                "outcome",
                                "maybe",
                                "address",
                                "10.0"));
        assertThat(AuditFilter.in(query)).isEqualTo(AuditFilter.ALL);
    }

    @Test
    void patientOfTheAddressIsNamed() {
        go("patient", Patients.BRUNILDA.toString());
        assertThat(view.bar.patient.getText()).isEqualTo("About Nienow, Brunilda Lucinda");
        assertThat(desk.asked())
                .anyMatch(asked -> asked.startsWith("audit of " + Patients.BRUNILDA));
    }

    @Test
    void actorIsHeardAtOnce() {
        test(view.bar.actor).setValue("kai.brown");
        letSignalsRun();
        assertThat(desk.asked()).anyMatch(asked -> asked.contains("by kai.brown"));
    }

    @Test
    void outcomeAndWholeAddressAreHeardAtOnce() {
        test(view.bar.outcome).selectItem("refused");
        letSignalsRun();
        test(view.bar.address).setValue("2001:DB8::1");
        letSignalsRun();
        assertThat(desk.asked())
                .anyMatch(asked -> asked.contains("from 2001:db8:0:0:0:0:0:1 REFUSED"));
    }

    @Test
    void halfAnAddressIsToldAndNotAskedFor() {
        var before = desk.asked().size();
        test(view.bar.address).setValue("10.0");
        letSignalsRun();
        assertThat(view.bar.address.isInvalid()).isTrue();
        assertThat(desk.asked()).hasSize(before);
    }

    @Test
    void timelineFoldsLooksAndLeadsToThePerson() {
        go("patient", Patients.BRUNILDA.toString());
        assertThat(view.list.isVisible()).isFalse();
        assertThat(shown()).contains("14 times between", "Kai Brown", "Letter mailed");
        assertThat(find(RouterLink.class, view.timeline).all())
                .anyMatch(link -> link.getHref().contains("actor=kai.brown"));
    }

    @Test
    void timelineOfAPersonLeadsToThePatients() {
        go("actor", "kai.brown");
        assertThat(find(RouterLink.class, view.timeline).all())
                .anyMatch(link -> link.getHref().contains("patient=" + Patients.BRUNILDA));
    }

    @Test
    void eventIsProvedToBeInTheRecord() {
        test(view.list.grid()).clickRow(0);
        letSignalsRun();
        test(button("Prove it")).click();
        letSignalsRun();
        assertThat(shown())
                .contains("This event is in the record as it was sealed")
                .contains("2 of 3", "checkpoint 3, key marshfield/2026", "Proof for an auditor");
    }

    @Test
    void whatIsNotSealedYetIsSaid() {
        test(view.list.grid()).clickRow(0);
        letSignalsRun();
        desk.refuseNext(ProblemCode.NOT_FOUND);
        test(button("Prove it")).click();
        letSignalsRun();
        assertThat(shown()).contains("Not sealed yet");
    }

    @Test
    void patientIsFoundBySearch() {
        test(view.bar.patient).click();
        roundTrip();
        var dialog = find(PatientDialog.class).single();
        test(dialog.words).setValue("nienow");
        letSignalsRun();
        test(find(Button.class, dialog).withTextContaining("Nienow, Brunilda").single()).click();
        letSignalsRun();
        assertThat(dialog.isOpened()).isFalse();
        assertThat(view.bar.patient.getText()).contains("Nienow, Brunilda");
    }

    @Test
    void eventShowsWhatItChanged() {
        test(view.list.grid()).clickRow(0);
        letSignalsRun();
        assertThat(shown())
                .contains("What changed")
                .contains("PRINTED")
                .contains("10.0.0.7")
                .contains("4c5d1ab07f21");
    }

    @Test
    void moreIsLoadedOnAsking() {
        test(button("Load more")).click();
        letSignalsRun();
        assertThat(shown()).contains("8 in all");
    }

    @Test
    void nothingLikeThatIsSaid() {
        go("act", "CODE_REDEEMED");
        assertThat(shown()).contains("No events like that");
    }

    @Test
    void recordThatDoesNotComeIsSaid() {
        desk.is(Desk.Mood.AWAY);
        go("actor", "hana.kim");
        assertThat(shown()).contains("cannot be reached");
    }
}
