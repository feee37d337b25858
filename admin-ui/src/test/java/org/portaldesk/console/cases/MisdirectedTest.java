package org.portaldesk.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.result.DisclosureCase.Finding;

class MisdirectedTest extends ScreenTest {

    @BeforeEach
    void open() {
        signIn(StaffRole.PRIVACY_OFFICER);
        UI.getCurrent()
                .navigate(CasesView.class, QueryParameters.simple(Map.of("kind", "misdirected")));
        settle();
    }

    @Test
    void caseSaysWhoSawWhat() {
        assertThat(desk.asked()).contains("disclosures OPEN");
        assertThat(shown())
                .contains(
                        "It belongs to another patient",
                        "Nienow, Ada (Proxy)",
                        "Nienow, Brunilda Lucinda (Patient)",
                        "Cholesterol");
    }

    @Test
    void caseIsClosedWithAllFourAnswersAndAFinding() {
        test(button("Close the case")).click();
        settle();
        var dialog = find(CloseMisdirectedDialog.class).single();
        dialog.nature.setValue("A lipid panel");
        dialog.recipient.setValue("A parent");
        dialog.acquired.setValue("Viewed");
        dialog.finding.setValue(Finding.BREACH);
        assertThat(dialog.confirm.isEnabled()).as("one answer is missing").isFalse();
        dialog.mitigation.setValue("Retracted at once");
        desk.refuseNext(ProblemCode.STATE_CONFLICT);
        test(dialog.confirm).click();
        settle();
        assertThat(find(CloseMisdirectedDialog.class).all()).as("a refusal stays").hasSize(1);

        test(dialog.confirm).click();
        settle();
        assertThat(desk.asked()).contains("close disclosure: BREACH");
        assertThat(shown()).contains("A breach", "Retracted at once", "Priya Nair");
    }
}
