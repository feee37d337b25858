package org.portaldesk.console.letter;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.FilterLinks;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Told;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.letter.Letter;

/** The letters desk: one pile at a time, from the printer to the post and, at times, back. */
@Route("letters")
@Requires(Permission.READ_LETTERS)
class LettersView extends Div implements BeforeEnterObserver, HasDynamicTitle, LetterTable.Acts {

    private static final long serialVersionUID = 1L;

    final Button print = new Button("", Glyph.PRINT.icon(), _ -> openPrint());
    final Button mailed = new Button("", Glyph.CHECK.icon(), _ -> markMailed());
    @Nullable LetterTable table;
    private final FilterLinks piles =
            new FilterLinks(Texts.text("letters.show"), LettersView.class);
    private final Div place = new Div();
    private final transient LettersState state;
    private final boolean prints;
    private Pile pile = Pile.QUEUED;
    private int queued;

    LettersView(LettersState state, Staff staff) {
        this.state = state;
        this.prints = staff.may(Permission.PRINT_LETTERS);
        addClassNames("screen", "letters");
        print.addThemeVariants(ButtonVariant.PRIMARY);
        print.setSuffixComponent(Shortcut.PRINT_LETTERS.hint());
        mailed.addThemeVariants(ButtonVariant.PRIMARY);
        mailed.setSuffixComponent(Shortcut.MARK_MAILED.hint());
        var acts = new Div(print, mailed);
        acts.addClassName("acts");
        var head = new Div(new H1(Texts.text("letters.title")), acts);
        head.addClassName("screen-head");
        add(head, piles, new ManyNotice(state.many()), place);
        Shortcut.PRINT_LETTERS.on(this, this::openPrint);
        Shortcut.MARK_MAILED.on(this, this::markMailed);
        Signal.effect(this, () -> count(state.letters().signal().get()));
        Signal.effect(this, () -> follow(state.many().signal().get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        pile = Pile.in(event.getLocation().getQueryParameters());
        piles.offer(
                Arrays.stream(Pile.values())
                        .map(
                                one ->
                                        new FilterLinks.Option(
                                                Texts.of("letters.pile", one),
                                                one.query(),
                                                one == pile))
                        .toList());
        state.many().reset();
        state.open(pile);
        show();
    }

    @Override
    public String getPageTitle() {
        return Texts.text("letters.title");
    }

    private void show() {
        var shown = new LetterTable(state, pile, prints, this);
        table = shown;
        shown.list.whenEmpty(
                new EmptyState(
                        Glyph.LETTER,
                        Texts.text("letters.none." + pile + ".title"),
                        Texts.text("letters.none." + pile + ".text")));
        print.setVisible(prints && pile == Pile.QUEUED);
        mailed.setVisible(prints && pile == Pile.PRINTED);
        if (mailed.isVisible()) {
            shown.whenSelected(this::offerMailed);
        }
        offerMailed(Set.of());
        place.removeAll();
        place.add(shown);
    }

    private void count(Loadable<CursorList.Rows<Letter>> now) {
        queued =
                now instanceof Loadable.Loaded<CursorList.Rows<Letter>>(var rows)
                        ? rows.items().size()
                        : 0;
        print.setText(Texts.text("letters.print", queued));
        print.setEnabled(queued > 0);
    }

    private void offerMailed(Set<Letter> selected) {
        mailed.setText(Texts.text("letters.mailed", selected.size()));
        mailed.setEnabled(!selected.isEmpty());
    }

    private void openPrint() {
        if (print.isVisible() && print.isEnabled()) {
            state.beginPrint();
            new PrintDialog(state, Math.min(queued, Page.MAX_LIMIT)).open();
        }
    }

    private void markMailed() {
        if (table != null && mailed.isVisible() && mailed.isEnabled()) {
            state.mailed(table.selected());
        }
    }

    private void follow(Act.State<Many> now) {
        mailed.setEnabled(
                !(now instanceof Act.State.Running<Many>)
                        && table != null
                        && !table.selected().isEmpty());
        if (now instanceof Act.State.Done<Many>(var many) && many.done() > 0) {
            Told.done(Texts.text("letters.done", many.done()));
        }
    }

    @Override
    public void returned(Letter letter) {
        ask("returned", letter, List.of("moved", "unknown", "refused"), true);
    }

    @Override
    public void reprint(Letter letter) {
        ask("reprint", letter, List.of("spoilt", "lost"), false);
    }

    private void ask(String kind, Letter letter, List<String> reasons, boolean back) {
        var choices = new ArrayList<String>();
        reasons.forEach(reason -> choices.add(Texts.text(kind + ".reason." + reason)));
        choices.add(Texts.text("reason.other"));
        var words =
                new ReasonDialog.Words(
                        Texts.text(kind + ".title"),
                        Texts.text(kind + ".text", Recipient.of(letter)),
                        choices,
                        Texts.text("letters." + kind));
        new ReasonDialog(
                        words,
                        state.many(),
                        back,
                        reason -> {
                            if (back) {
                                state.returned(letter, reason);
                            } else {
                                state.reprint(letter, reason);
                            }
                        })
                .open();
    }

    @Override
    public void openBatch(UUID batchId) {
        state.openBatch(batchId);
        new BatchDialog(state, prints).open();
    }
}
