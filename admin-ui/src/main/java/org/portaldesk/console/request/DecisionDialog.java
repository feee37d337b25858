package org.portaldesk.console.request;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.request.AskReason;
import org.portaldesk.contract.request.DenyReason;

/**
 * Denying, and asking for more: a coded reason each, with the sentence that the requester reads.
 *
 * @param <R> the reasons
 */
final class DecisionDialog<R extends Enum<R>> extends ReviewDialog {

    private static final long serialVersionUID = 1L;

    final RadioButtonGroup<R> choice = new RadioButtonGroup<>();
    private final SerializableConsumer<R> decide;

    private DecisionDialog(
            ReviewState state, String kind, R[] reasons, SerializableConsumer<R> decide) {
        super(state, Texts.text(kind + ".title"), Texts.text(kind + ".verb"), kind + ".done");
        this.decide = decide;
        choice.setLabel(Texts.text("reason.label"));
        choice.setItems(reasons);
        choice.setRenderer(new ComponentRenderer<>(reason -> option(kind, reason)));
        choice.addValueChangeListener(_ -> update());
        fill(new Paragraph(Texts.text(kind + ".text")), choice);
    }

    static DecisionDialog<DenyReason> deny(ReviewState state) {
        return new DecisionDialog<>(state, "deny", DenyReason.values(), state::deny);
    }

    static DecisionDialog<AskReason> ask(ReviewState state) {
        return new DecisionDialog<>(state, "ask", AskReason.values(), state::ask);
    }

    @Override
    protected boolean ready() {
        return choice.getValue() != null;
    }

    @Override
    protected void start() {
        decide.accept(choice.getValue());
    }

    private static Component option(String kind, Enum<?> reason) {
        var told = new Paragraph(Texts.of(kind + ".told", reason));
        told.addClassName("secondary");
        var option = new Div(new Paragraph(Texts.of(kind + ".reason", reason)), told);
        option.addClassName("option");
        return option;
    }
}
