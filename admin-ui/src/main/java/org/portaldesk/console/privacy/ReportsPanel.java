package org.portaldesk.console.privacy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.function.Supplier;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.patient.Patient;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What a patient may ask the privacy officer for; stands wherever a patient is looked at. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ReportsPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    final Button report;
    final Button disclosures;
    private final transient ReportState state;
    private transient Supplier<Optional<Patient>> patient = Optional::empty;

    ReportsPanel(ReportState state) {
        this.state = state;
        report = new Button(Texts.text("report.open"), Glyph.EYE.icon(), _ -> openReport());
        report.setSuffixComponent(Shortcut.ACCESS_REPORT.hint());
        disclosures =
                new Button(
                        Texts.text("disclosures.open"), Glyph.LETTER.icon(), _ -> openAccounting());
        disclosures.setSuffixComponent(Shortcut.DISCLOSURES.hint());
        getContent().addClassName("acts");
        getContent().add(report, disclosures);
        Shortcut.ACCESS_REPORT.on(this, this::openReport);
        Shortcut.DISCLOSURES.on(this, this::openAccounting);
    }

    /**
     * From now on it is about this patient.
     *
     * @param patient empty until it is known who it is
     */
    public void open(Supplier<Optional<Patient>> patient) {
        this.patient = patient;
    }

    private void openReport() {
        patient.get().ifPresent(one -> new AccessReportDialog(state, one).open());
    }

    private void openAccounting() {
        patient.get().ifPresent(one -> new DisclosuresDialog(state, one).open());
    }
}
