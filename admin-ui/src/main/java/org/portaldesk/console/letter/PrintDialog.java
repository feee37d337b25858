package org.portaldesk.console.letter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.signals.Signal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.letter.LetterBatch;

/**
 * Prints a batch: what it will do, the document, once, and the count. Once the codes are made they
 * are only in that document, so no stray key or click closes this.
 */
final class PrintDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    final Button confirm;
    final Button done = new Button(Texts.text("print.close"), _ -> finish());
    final Anchor document = new Anchor();
    @Nullable BatchPanel batch;
    private final Button cancel = new Button(Texts.text("cancel"), _ -> close());
    private final Div place = new Div();
    private final Div warning = new Div();
    private final transient LettersState state;
    private @Nullable OneTimePdf pdf;
    private boolean warned;

    /**
     * @param count how many letters will be printed
     */
    PrintDialog(LettersState state, int count) {
        this.state = state;
        setHeaderTitle(Texts.text("print.title", count));
        setWidth("40rem");
        addClassName("print-dialog");
        setCloseOnOutsideClick(false);
        confirm = new Button(Texts.text("print.verb", count), _ -> state.startPrint());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        Shortcut.CONFIRM.within(this, this::start);
        warning.getElement().setAttribute("role", "status");
        place.add(consequences());
        add(place, warning);
        getFooter().add(cancel, confirm);
        Signal.effect(this, () -> follow(state.print().signal().get()));
    }

    private static UnorderedList consequences() {
        var list = new UnorderedList();
        list.addClassName("consequences");
        Stream.of("print.makes", "print.once", "print.ready")
                .forEach(key -> list.add(new ListItem(Texts.text(key))));
        return list;
    }

    private void start() {
        if (confirm.isAttached() && confirm.isEnabled()) {
            state.startPrint();
        }
    }

    private void follow(Act.State<LetterBatch> now) {
        confirm.setEnabled(!(now instanceof Act.State.Running<LetterBatch>));
        switch (now) {
            case Act.State.Idle<LetterBatch>() -> {}
            case Act.State.Running<LetterBatch>() -> put(drawing());
            case Act.State.Failed<LetterBatch>(var failure) ->
                    put(new FailureNotice(failure, state::startPrint));
            case Act.State.Done<LetterBatch>(var printed) -> printed(printed);
        }
    }

    private void put(Component... components) {
        place.removeAll();
        place.add(components);
    }

    private static Div drawing() {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", Texts.text("print.drawing"));
        return new Div(new Paragraph(Texts.text("print.drawing")), bar);
    }

    private void printed(LetterBatch printed) {
        setCloseOnEsc(false);
        cancel.removeFromParent();
        confirm.removeFromParent();
        getFooter().add(done);
        setHeaderTitle(Texts.text("print.done.title", printed.count()));
        batch = new BatchPanel(state, printed, true);
        put(documentLink(printed), batch);
    }

    private Div documentLink(LetterBatch printed) {
        var link = new Div();
        link.addClassName("document");
        if (printed.pdf() == null) {
            // The answer was kept, but not the codes: they were given out before.
            link.add(new StatusBadge(Tone.WARN, Texts.text("print.gone")));
            return link;
        }
        pdf = new OneTimePdf(printed.pdf(), Texts.text("print.file"), this::taken);
        document.setHref((DownloadHandler) pdf);
        document.setTarget(AnchorTarget.BLANK);
        document.setText(Texts.text("print.open", printed.count()));
        document.addClassName("primary-link");
        link.add(document, new Paragraph(Texts.text("print.open.help")));
        return link;
    }

    private void taken() {
        document.getParent()
                .ifPresent(
                        parent -> {
                            document.removeFromParent();
                            parent.getElement()
                                    .removeAllChildren()
                                    .appendChild(
                                            new StatusBadge(Tone.GOOD, Texts.text("print.taken"))
                                                    .getElement());
                        });
        warning.removeAll();
        if (batch != null) {
            batch.check.counted.focus();
        }
    }

    private void finish() {
        if (pdf == null || !pdf.waits() || warned) {
            close();
            return;
        }
        warned = true;
        warning.add(new StatusBadge(Tone.WARN, Texts.text("print.sure")));
        done.setText(Texts.text("print.sure.close"));
    }
}
