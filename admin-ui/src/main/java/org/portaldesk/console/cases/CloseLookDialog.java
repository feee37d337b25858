package org.portaldesk.console.cases;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.ActDialog;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.problem.ProblemCode;

/** Closes a case about a look, with what was found and how. */
final class CloseLookDialog extends ActDialog<WatchCase> {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_NOTE = 2000;

    final RadioButtonGroup<WatchCase.Finding> finding =
            new RadioButtonGroup<>(Texts.text("look.finding"));
    final TextArea note = Typed.area("look.how");
    private final transient CasesState state;
    private final transient WatchCase closed;

    CloseLookDialog(CasesState state, WatchCase closed) {
        super(
                state.looks().closing(),
                Texts.text("cases.close.title"),
                Texts.text("cases.close"),
                "cases.closed");
        this.state = state;
        this.closed = closed;
        addClassName("look-dialog");
        finding.setItems(WatchCase.Finding.values());
        finding.setItemLabelGenerator(one -> Texts.of("look.finding", one));
        finding.addValueChangeListener(_ -> update());
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.setRequiredIndicatorVisible(true);
        note.setHelperText(Texts.text("look.how.help"));
        note.addValueChangeListener(_ -> update());
        fill(new Paragraph(Texts.text("look.close.text", closed.actorName())), finding, note);
    }

    @Override
    public void open() {
        super.open();
        Focus.onChoice(finding);
    }

    @Override
    protected boolean ready() {
        return finding.getValue() != null && !note.getValue().isBlank();
    }

    @Override
    protected void start() {
        state.close(closed, finding.getValue(), note.getValue().strip());
    }

    /** Nobody judges their own looks. */
    @Override
    protected void tell(Div place, ApiFailure failure) {
        if (failure instanceof ApiFailure.Refused refused
                && refused.code() == ProblemCode.AGAINST_RULE) {
            var own = new StatusBadge(Tone.WARN, Texts.text("look.own"));
            own.addClassName("wraps");
            place.add(own);
        } else {
            super.tell(place, failure);
        }
    }
}
