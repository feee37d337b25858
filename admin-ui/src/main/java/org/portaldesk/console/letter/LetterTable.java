package org.portaldesk.console.letter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.CaseList;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.letter.Letter;

/** The letters of one pile, with what can be done with each. */
final class LetterTable extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** What the desk does with one letter. */
    interface Acts {

        void returned(Letter letter);

        void reprint(Letter letter);

        void openBatch(UUID batchId);
    }

    final CaseList<Letter> list;
    private final Pile pile;
    private final transient Acts acts;

    /**
     * @param prints whether the person at the screen may act
     */
    LetterTable(LettersState state, Pile pile, boolean prints, Acts acts) {
        this.pile = pile;
        this.acts = acts;
        list = new CaseList<>(state.letters(), Letter::id, Texts.of("letters.pile", pile));
        list.addClassName("panel");
        addColumns(prints);
        getContent().add(list);
    }

    Set<Letter> selected() {
        return list.grid().getSelectedItems();
    }

    /** Lets several letters be chosen at once. */
    void whenSelected(SerializableConsumer<Set<Letter>> selected) {
        list.grid().setSelectionMode(Grid.SelectionMode.MULTI);
        list.grid().addSelectionListener(change -> selected.accept(change.getAllSelectedItems()));
    }

    private void addColumns(boolean prints) {
        var grid = list.grid();
        grid.addColumn(new ComponentRenderer<>(LetterTable::patient))
                .setHeader(Texts.text("letters.patient"))
                .setFlexGrow(3);
        list.onlyWhenWide(
                grid.addColumn(letter -> BatchPanel.language(letter.language()))
                        .setHeader(Texts.text("batch.language"))
                        .setFlexGrow(1));
        grid.addColumn(letter -> moment(when(letter)))
                .setHeader(Texts.of("letters.when", pile))
                .setFlexGrow(1);
        if (pile == Pile.PRINTED) {
            list.onlyWhenWide(
                    grid.addColumn(new ComponentRenderer<>(this::batch))
                            .setHeader(Texts.text("letters.batch"))
                            .setFlexGrow(1));
        }
        if (prints && (pile == Pile.PRINTED || pile == Pile.MAILED)) {
            grid.addColumn(new ComponentRenderer<>(this::acts))
                    .setHeader(Texts.text("letters.acts"))
                    .setFlexGrow(2);
        }
    }

    private static Component patient(Letter letter) {
        var mrn = new Span(letter.mrn());
        mrn.addClassName("secondary");
        var patient = new PatientLink(letter.patientId(), letter.patientName());
        var lines = new Div();
        if (Recipient.isAnswer(letter)) {
            var to = new Span(letter.recipientName());
            to.addClassName("queue-name");
            var what = new Span(Texts.of("letter", letter.kind()));
            what.addClassName("secondary");
            lines.add(to, what);
        }
        lines.add(patient, mrn);
        lines.addClassName("lines");
        if (!letter.codeLive()) {
            lines.add(new StatusBadge(Tone.WARN, Texts.text("letters.codeDead")));
        }
        return lines;
    }

    private @Nullable Instant when(Letter letter) {
        return switch (pile) {
            case QUEUED -> letter.queuedAt();
            case PRINTED -> letter.printedAt();
            case MAILED -> letter.mailedAt();
            case RETURNED -> letter.returnedAt();
        };
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "" : Formats.current().moment(at);
    }

    private Component batch(Letter letter) {
        var batchId = letter.batchId();
        if (batchId == null) {
            return new Span();
        }
        var open = new Button(Texts.text("letters.batch.open"), _ -> acts.openBatch(batchId));
        open.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        return open;
    }

    private Component acts(Letter letter) {
        var buttons = new Div();
        buttons.addClassName("acts");
        if (pile == Pile.PRINTED) {
            buttons.add(act("letters.reprint", letter, () -> acts.reprint(letter)));
        }
        buttons.add(act("letters.returned", letter, () -> acts.returned(letter)));
        return buttons;
    }

    private static Button act(String key, Letter letter, Runnable act) {
        var button = new Button(Texts.text(key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(Texts.text(key + ".of", Recipient.of(letter)));
        return button;
    }
}
