package org.portaldesk.console.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.Versioned;

/**
 * Denying, asking for more, and putting aside: a coded reason each, with the sentence that the
 * requester reads, or what it does to the clock.
 *
 * @param <R> the reasons
 */
public final class DecisionDialog<R extends Enum<R>, T extends Versioned> extends ReviewDialog<T> {

    private static final long serialVersionUID = 1L;

    public final RadioButtonGroup<R> choice = new RadioButtonGroup<>();
    private final SerializableConsumer<R> decide;

    /**
     * @param kind what the keys of its words begin with
     * @param notes what else is to be known before
     */
    public DecisionDialog(
            Review<T> review,
            String kind,
            R[] reasons,
            SerializableConsumer<R> decide,
            Component... notes) {
        super(review, Texts.text(kind + ".title"), Texts.text(kind + ".verb"), kind + ".done");
        this.decide = decide;
        choice.setLabel(Texts.text("reason.label"));
        choice.setItems(reasons);
        choice.setRenderer(new ComponentRenderer<>(reason -> option(kind, reason)));
        choice.addValueChangeListener(_ -> update());
        add(notes);
        fill(new Paragraph(Texts.text(kind + ".text")), choice);
    }

    @Override
    public void open() {
        super.open();
        Focus.onChoice(choice);
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
