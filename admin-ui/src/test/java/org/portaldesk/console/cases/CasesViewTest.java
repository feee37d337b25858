package org.portaldesk.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Looks;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

class CasesViewTest extends ScreenTest {

    @Autowired private Looks looks;

    @BeforeEach
    void officer() {
        looks.reset();
        signIn(StaffRole.PRIVACY_OFFICER);
        desk.asked().clear();
        navigate(CasesView.class);
        letSignalsRun();
    }

    @AfterEach
    void others() {
        looks.reset();
    }

    private void go(String kind, String state) {
        UI.getCurrent()
                .navigate(
                        CasesView.class,
                        QueryParameters.simple(Map.of("kind", kind, "state", state)));
        letSignalsRun();
    }

    private CloseLookDialog judge() {
        go("look", "open");
        test(find(Button.class).withAriaLabel("Close the case of Kai Boyle").single()).click();
        roundTrip();
        return find(CloseLookDialog.class).single();
    }

    private void decide(CloseLookDialog dialog) {
        dialog.finding.setValue(WatchCase.Finding.JUSTIFIED);
        dialog.note.setValue("He registers her visits; his lead confirms it.");
        test(dialog.confirm).click();
        letSignalsRun();
        roundTrip();
    }

    @Test
    void nobodyElseSeesThem() {
        signIn(StaffRole.SUPERVISOR);
        navigate("cases", Component.class);
        assertThat(getCurrentView()).isNotInstanceOf(CasesView.class);
    }

    @Test
    void takeoverIsClosedWithWhatWasFound() {
        assertThat(shown()).contains("Boyle, Ciera", "Contact changed", "Second step reset");
        test(find(Button.class).withAriaLabel("Close the case of Boyle, Ciera").single()).click();
        roundTrip();
        var dialog = find(CloseTakeoverDialog.class).single();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.note.setValue("The patient changed phones; called back.");
        test(dialog.confirm).click();
        letSignalsRun();
        roundTrip();
        assertThat(desk.asked()).contains("close case: The patient changed phones; called back.");
        assertThat(shown()).contains("Closed by", "Mara Quist");
    }

    @Test
    void onlyWhatIsShownIsListed() {
        assertThat(desk.asked()).noneMatch(asked -> asked.startsWith("looks"));
        go("look", "all");
        assertThat(desk.asked()).contains("looks null");
        assertThat(shown())
                .contains("Kai Boyle looked at the record of somebody of the same family name.")
                .contains("Ines Prado was shown the data of 164 patients within an hour.")
                .contains("not justified", "She was curious");
    }

    @Test
    void lookLeadsToTheRecord() {
        go("look", "open");
        assertThat(find(RouterLink.class).all())
                .extracting(RouterLink::getHref)
                .anyMatch(
                        href ->
                                href.contains("actor=actor-1")
                                        && href.contains("patient=" + Patients.CIERA))
                .anyMatch(href -> href.endsWith("audit?actor=actor-2"));
    }

    @Test
    void lookIsJudgedWithAFindingAndANote() {
        var dialog = judge();
        assertThat(dialog.confirm.isEnabled()).isFalse();
        decide(dialog);
        assertThat(desk.asked())
                .contains(
                        "close look as JUSTIFIED: He registers her visits; his lead confirms it.");
        assertThat(shown()).contains("justified", "Closed by");
    }

    @Test
    void nobodyJudgesTheirOwnLooks() {
        var dialog = judge();
        desk.refuseNext(ProblemCode.AGAINST_RULE);
        decide(dialog);
        assertThat(shown()).contains("Another privacy officer must judge it");
    }

    @Test
    void caseThatWasClosedMeanwhileIsSaid() {
        var dialog = judge();
        desk.refuseNext(ProblemCode.STATE_CONFLICT);
        decide(dialog);
        assertThat(shown()).contains("Somebody was faster");
    }

    @Test
    void noCasesAndNoAnswerAreToldApart() {
        looks.none();
        go("look", "open");
        assertThat(shown()).contains("A look that somebody should ask about appears here");
        desk.is(Desk.Mood.AWAY);
        go("look", "all");
        assertThat(shown()).contains("cannot be reached");
    }
}
