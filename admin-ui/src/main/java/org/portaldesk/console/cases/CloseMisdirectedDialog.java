package org.portaldesk.console.cases;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.stream.Stream;
import org.portaldesk.console.widget.ActDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.result.DisclosureCase;
import org.portaldesk.contract.result.DisclosureCase.Finding;
import org.portaldesk.contract.result.DisclosureCase.Worksheet;
import org.portaldesk.contract.result.DisclosureCaseApi.Close;

/** The four questions of a risk assessment, and what they come to. */
final class CloseMisdirectedDialog extends ActDialog<DisclosureCase> {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_ANSWER = 2000;

    final TextArea nature = question("misdirected.nature");
    final TextArea recipient = question("misdirected.recipient");
    final TextArea acquired = question("misdirected.acquired");
    final TextArea mitigation = question("misdirected.mitigation");
    final RadioButtonGroup<Finding> finding = new RadioButtonGroup<>();
    private final transient CasesState state;
    private final transient DisclosureCase closed;

    CloseMisdirectedDialog(CasesState state, DisclosureCase closed) {
        super(
                state.misdirected().closing(),
                Texts.text("cases.close.title"),
                Texts.text("cases.close"),
                "cases.closed");
        this.state = state;
        this.closed = closed;
        finding.setLabel(Texts.text("misdirected.finding"));
        finding.setItems(Finding.values());
        finding.setItemLabelGenerator(one -> Texts.of("misdirected.finding", one));
        finding.addValueChangeListener(_ -> update());
        questions().forEach(one -> one.addValueChangeListener(_ -> update()));
        var asked = new Div(nature, recipient, acquired, mitigation, finding);
        asked.addClassName("stack");
        fill(new Paragraph(Texts.text("misdirected.close.text")), asked);
    }

    @Override
    public void open() {
        super.open();
        nature.focus();
    }

    @Override
    protected boolean ready() {
        return finding.getValue() != null && questions().noneMatch(one -> one.getValue().isBlank());
    }

    @Override
    protected void start() {
        state.close(
                closed,
                new Close(
                        finding.getValue(),
                        new Worksheet(
                                nature.getValue().strip(),
                                recipient.getValue().strip(),
                                acquired.getValue().strip(),
                                mitigation.getValue().strip())));
    }

    private Stream<TextArea> questions() {
        return Stream.of(nature, recipient, acquired, mitigation);
    }

    private static TextArea question(String key) {
        var field = Typed.area(key);
        field.setMaxLength(LONGEST_ANSWER);
        field.setWidthFull();
        field.setRequiredIndicatorVisible(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        return field;
    }
}
