package org.portaldesk.console.cases;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.portaldesk.console.widget.ActDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.takeover.TakeoverCase;

/** Closes a case of a takeover with what was found. */
final class CloseTakeoverDialog extends ActDialog<TakeoverCase> {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_NOTE = 2000;

    final TextArea note = Typed.area("cases.note");
    private final transient CasesState state;
    private final transient TakeoverCase closed;

    CloseTakeoverDialog(CasesState state, TakeoverCase closed) {
        super(
                state.takeovers().closing(),
                Texts.text("cases.close.title"),
                Texts.text("cases.close"),
                "cases.closed");
        this.state = state;
        this.closed = closed;
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.setRequiredIndicatorVisible(true);
        note.addValueChangeListener(_ -> update());
        fill(new Paragraph(Texts.text("cases.close.text", closed.patientName())), note);
    }

    @Override
    public void open() {
        super.open();
        note.focus();
    }

    @Override
    protected boolean ready() {
        return !note.getValue().isBlank();
    }

    @Override
    protected void start() {
        state.close(closed, note.getValue().strip());
    }
}
