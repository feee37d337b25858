package org.portaldesk.console.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.RouterLink;
import java.util.UUID;
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
        letSignalsRun();
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
                        "✓Not due yet 2",
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
        letSignalsRun();
        assertThat(shown()).contains("Hand, Ida").doesNotContain("Nienow, Tomás");
    }

    @Test
    void queueThatDoesNotComeCanBeAskedForAgain() {
        desk.is(Desk.Mood.AWAY);
        open();
        assertThat(shown()).contains("cannot be reached");
        desk.is(Desk.Mood.ANSWERS);
        test(button("Refresh")).click();
        letSignalsRun();
        assertThat(shown()).contains("Nienow, Tomás");
    }

    @Test
    void whatOthersDoIsSeenWithoutAskingForIt() throws InterruptedException {
        var view = open();
        var row = row(view, ProxyRequests.TOMAS);
        requests.takenByKai(ProxyRequests.TOMAS);
        for (int wait = 0;
                wait < 50 && !row.getElement().getTextRecursively().contains("Kai");
                wait++) {
            Thread.sleep(100);
            roundTrip();
            letSignalsRun();
        }
        assertThat(row.getElement().getTextRecursively()).contains("Kai Brown has it until");
        assertThat(row(view, ProxyRequests.TOMAS)).isSameAs(row);
        assertThat(shown()).contains("live").doesNotContain("not live");
    }

    private RouterLink row(ProxyQueueView view, UUID id) {
        return find(RouterLink.class, view).withClassName("queue-row").all().stream()
                .filter(link -> link.getHref().endsWith(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void agentsOfTheSupportLineDoNotSeeIt() {
        signIn(StaffRole.SUPPORT_AGENT);
        navigate("proxy-requests", Component.class);
        assertThat(getCurrentView()).isNotInstanceOf(ProxyQueueView.class);
    }
}
