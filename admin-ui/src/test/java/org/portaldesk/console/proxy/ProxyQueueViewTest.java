package org.portaldesk.console.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.RouterLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.ProxyRequests;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;

class ProxyQueueViewTest extends ScreenTest {

    @Autowired private ProxyRequests requests;

    @BeforeEach
    void reviewerSignsIn() {
        requests.reset();
        signIn(StaffRole.ROI_REVIEWER);
    }

    private ProxyQueueView open() {
        var view = navigate(ProxyQueueView.class);
        runPendingSignalsTasks();
        return view;
    }

    @Test
    void mineComeFirstThenByHowPressingTheyAre() {
        requests.mine(ProxyRequests.PORTAL, 12);
        assertThat(find(H2.class, open().queue).all())
                .extracting(heading -> heading.getElement().getTextRecursively())
                .containsExactly(
                        "●Claimed by you 1",
                        "▲Critically overdue 1",
                        "!Overdue 1",
                        "◷Due soon 2",
                        "✓Not due yet 1",
                        "○Paused 1");
    }

    @Test
    void rowSaysWhoAsksForWhomAndWhoWorksOnIt() {
        open();
        assertThat(shown())
                .contains("Nienow, Tomás")
                .contains("asked for by Nienow, Lena (parent)")
                .contains("Kai Brown has it until")
                .contains("waits for a document");
    }

    @Test
    void whatWillBeLateTonightIsSaid() {
        open();
        assertThat(shown()).contains("2 more will be late when the desk closes");
    }

    @Test
    void eachRowHasAnAddressOfItsOwn() {
        open();
        assertThat(find(RouterLink.class).withClassName("queue-row").all())
                .extracting(RouterLink::getHref)
                .contains("proxy-requests/" + ProxyRequests.TOMAS);
    }

    @Test
    void partForASecondPersonHoldsOnlyThose() {
        UI.getCurrent().navigate(ProxyQueueView.class, Shown.SECOND.query());
        runPendingSignalsTasks();
        assertThat(shown()).contains("Hand, Ida").doesNotContain("Nienow, Tomás");
    }

    @Test
    void queueThatDoesNotComeCanBeAskedForAgain() {
        desk.is(Desk.Mood.AWAY);
        open();
        assertThat(shown()).contains("cannot be reached");
        desk.is(Desk.Mood.ANSWERS);
        test(button("Refresh")).click();
        runPendingSignalsTasks();
        assertThat(shown()).contains("Nienow, Tomás");
    }

    @Test
    void agentsOfTheSupportLineDoNotSeeIt() {
        signIn(StaffRole.SUPPORT_AGENT);
        navigate("proxy-requests", Component.class);
        assertThat(getCurrentView()).isNotInstanceOf(ProxyQueueView.class);
    }
}
