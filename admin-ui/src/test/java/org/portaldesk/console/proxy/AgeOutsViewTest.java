package org.portaldesk.console.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Grants;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;

class AgeOutsViewTest extends ScreenTest {

    @Autowired private Grants grants;

    @BeforeEach
    void reviewerSignsIn() {
        grants.reset();
        signIn(StaffRole.ROI_REVIEWER);
    }

    @Test
    void whatABirthdayChangesIsSaid() {
        navigate(AgeOutsView.class);
        letSignalsRun();
        assertThat(shown())
                .contains("Nienow, Tomás turns 13")
                .contains("full, for a child")
                .contains("limited, for a teenager")
                .contains("Less in: Results, Notes, Medications, Billing")
                .contains("the teenager’s e-mail is the proxy’s");
    }

    @Test
    void exceptionsAreAListOfTheirOwn() {
        UI.getCurrent().navigate(AgeOutsView.class, QueryParameters.of("only", "exceptions"));
        letSignalsRun();
        assertThat(desk.asked()).contains("age outs 90 exceptions");
        assertThat(shown()).contains("Grimes, Noah").doesNotContain("Nienow, Tomás");
    }

    @Test
    void thatNothingChangesIsSaidToo() {
        grants.nothingAhead();
        navigate(AgeOutsView.class);
        letSignalsRun();
        assertThat(shown()).contains("No birthday changes anything");
    }
}
