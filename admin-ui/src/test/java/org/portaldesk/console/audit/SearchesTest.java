package org.portaldesk.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.fake.Searches;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;
import org.portaldesk.contract.audit.SavedSearch;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

/** Searches of the record that are kept. */
class SearchesTest extends ScreenTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired private Searches searches;

    private AuditView view;

    @BeforeEach
    void open() {
        signIn(StaffRole.PRIVACY_OFFICER);
        view = navigate(AuditView.class);
        letSignalsRun();
    }

    @AfterEach
    void asItWas() {
        searches.reset();
    }

    private SearchDialog dialog(Map<String, String> filter) {
        UI.getCurrent().navigate(AuditView.class, QueryParameters.simple(filter));
        letSignalsRun();
        test(view.kept).click();
        roundTrip();
        letSignalsRun();
        return find(SearchDialog.class).single();
    }

    @Test
    void whatIsKeptMeansTheSameAgain() {
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
        assertThat(AuditFilter.of(filter.criteria(ZONE, null), ZONE, TODAY)).isEqualTo(filter);
    }

    @Test
    void movingDaysEndOnTheDayThatItIsOpened() {
        var kept = AuditFilter.ALL.withFrom(TODAY.minusDays(9)).criteria(ZONE, 7);
        assertThat(kept.from()).isNull();
        var wanted = AuditFilter.of(kept, ZONE, TODAY);
        assertThat(wanted.from()).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(wanted.to()).isNull();
    }

    @Test
    void anEndWithinADayMeansThatDay() {
        var kept =
                new SavedSearch.Criteria(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Instant.parse("2026-11-20T18:00:00Z"),
                        null,
                        null);
        assertThat(AuditFilter.of(kept, ZONE, TODAY).to()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void eachSaysWhatItLooksFor() {
        dialog(Map.of());
        assertThat(shown())
                .contains("refused · last 7 days · sorted by: Who")
                .contains("by kai.brown · 1 Nov 2026 – 30 Nov 2026");
    }

    @Test
    void oneIsOpened() {
        var dialog = dialog(Map.of());
        test(button("Kai Brown in November")).click();
        letSignalsRun();
        assertThat(dialog.isOpened()).isFalse();
        assertThat(view.bar.actor.getValue()).isEqualTo("kai.brown");
        assertThat(view.bar.to.getValue()).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void theOneOnTheScreenIsKeptWithDaysThatMove() {
        var from = LocalDate.now(ZONE).minusDays(4);
        var dialog = dialog(Map.of("from", from.toString(), "outcome", "REFUSED"));
        assertThat(dialog.keep.isEnabled()).isFalse();
        test(dialog.name).setValue("Since then");
        assertThat(shown()).contains("Always the last 5 days");
        test(dialog.moving).click();
        test(dialog.keep).click();
        letSignalsRun();
        assertThat(desk.asked())
                .anyMatch(asked -> asked.startsWith("keep Since then") && asked.contains("=5"));
        assertThat(shown()).contains("Since then");
    }

    @Test
    void daysThatAreOverDoNotMove() {
        var dialog = dialog(Map.of("from", "2026-01-01", "to", "2026-01-31"));
        assertThat(dialog.moving.isVisible()).isFalse();
    }

    @Test
    void whatIsRemovedCanBeKeptAfterAll() {
        dialog(Map.of());
        var remove =
                find(Button.class)
                        .withAttribute("aria-label", "Remove Refusals of the week")
                        .single();
        test(remove).click();
        letSignalsRun();
        assertThat(shown()).contains("“Refusals of the week” is removed.");
        test(button("Keep it after all")).click();
        letSignalsRun();
        assertThat(desk.asked()).anyMatch(asked -> asked.startsWith("keep Refusals of the week"));
    }

    @Test
    void aRefusalIsTold() {
        var dialog = dialog(Map.of());
        test(dialog.name).setValue("The fifty-first");
        desk.refuseNext(ProblemCode.AGAINST_RULE);
        test(dialog.keep).click();
        letSignalsRun();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.name.getValue()).isEqualTo("The fifty-first");
        assertThat(dialog.keep.isEnabled()).isTrue();
    }
}
