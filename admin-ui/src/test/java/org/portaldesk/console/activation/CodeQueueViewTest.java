package org.portaldesk.console.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.CodeState;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;

class CodeQueueViewTest extends ScreenTest {

    private static final int ACTS = 5;

    private CodeQueueView open(Map<String, String> query) {
        var view = navigate(CodeQueueView.class);
        if (!query.isEmpty()) {
            UI.getCurrent().navigate(CodeQueueView.class, QueryParameters.simple(query));
        }
        letSignalsRun();
        return view;
    }

    private ReasonDialog askRevoke() {
        var view = open(Map.of());
        test((Button) test(view.list.grid()).getCellComponent(0, ACTS)).click();
        roundTrip();
        return find(ReasonDialog.class).single();
    }

    private void confirm(ReasonDialog dialog) {
        @SuppressWarnings("unchecked")
        RadioButtonGroup<String> choice = find(RadioButtonGroup.class, dialog).single();
        choice.setValue("It was issued by mistake");
        test(find(Button.class, dialog).withText("Revoke").single()).click();
        letSignalsRun();
        roundTrip();
    }

    @Test
    void addressSaysWhichCodesAreListed() {
        open(Map.of("state", "superseded", "channel", "email"));
        assertThat(desk.asked()).contains("codes SUPERSEDED EMAIL");
        assertThat(shown()).contains("1 in all");
    }

    @Test
    void filterKeepsTheOtherHalfOfTheAddress() {
        var filter = new CodeFilter(CodeState.ISSUED, Channel.HANDED_OVER);
        assertThat(CodeFilter.in(filter.query())).isEqualTo(filter);
        assertThat(filter.with((CodeState) null).query().getQueryString())
                .isEqualTo("channel=handed-over");
    }

    @Test
    void wordsThatAreNoStateAskForAll() {
        open(Map.of("state", "nonsense"));
        assertThat(desk.asked()).contains("codes null null");
    }

    @Test
    void liveCodeIsRevokedWithAReasonAndStaysInSight() {
        confirm(askRevoke());
        assertThat(desk.asked()).contains("revoke because It was issued by mistake");
        assertThat(find(ReasonDialog.class).all()).isEmpty();
    }

    @Test
    void conflictIsSaidAndTheListReadAnew() {
        var dialog = askRevoke();
        desk.refuseNext(ProblemCode.STATE_CONFLICT);
        confirm(dialog);
        assertThat(shown()).contains("Somebody was faster");
        assertThat(desk.asked()).filteredOn("codes null null"::equals).hasSize(2);
    }

    @Test
    void supportAgentSeesCodesButRevokesNone() {
        signIn(StaffRole.SUPPORT_AGENT);
        var view = open(Map.of());
        assertThat(view.list.grid().getColumns()).hasSize(ACTS);
    }

    @Test
    void nothingOfThatKindIsSaid() {
        open(Map.of("state", "revoked"));
        assertThat(shown()).contains("No codes like that");
    }

    @Test
    void listThatDoesNotComeIsSaid() {
        open(Map.of());
        desk.is(Desk.Mood.AWAY);
        open(Map.of("channel", "letter"));
        assertThat(shown()).contains("cannot be reached");
    }
}
