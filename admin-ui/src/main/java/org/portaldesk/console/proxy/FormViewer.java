package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Optional;
import org.portaldesk.console.proxy.FormState.Pages;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;

/**
 * The scanned form, page by page, as pictures: nothing of a stranger's file runs in the reviewer's
 * browser. Every control has its keys.
 */
final class FormViewer extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    final Span place = new Span();
    private final Div stage = new Div();
    private final Thumbnails thumbnails;
    private final Button smaller;
    private final Button larger;
    private final Button previous;
    private final Button next;
    private final transient FormState state;
    private List<FormState.Sheet> shown = List.of();
    private boolean drawn;

    FormViewer(FormState state) {
        this.state = state;
        thumbnails = new Thumbnails(state);
        previous = control(Glyph.UP, Shortcut.PREVIOUS_PAGE, state::previous);
        next = control(Glyph.DOWN, Shortcut.NEXT_PAGE, state::next);
        smaller = control(Glyph.MINUS, Shortcut.ZOOM_OUT, () -> state.look(PageView::smaller));
        larger = control(Glyph.PLUS, Shortcut.ZOOM_IN, () -> state.look(PageView::larger));
        getContent().addClassNames("panel", "form-viewer");
        getContent().setAriaLabel(Texts.text("form.title"));
        stage.addClassName("page-stage");
        stage.getElement().setAttribute("tabindex", "0");
        stage.getElement().setAttribute("role", "group");
        stage.getElement().setAttribute("aria-label", Texts.text("form.page.label"));
        Signal.effect(this, () -> show(state.pages().get()));
        Signal.effect(this, () -> look(state.view().get(), state.pages().get()));
    }

    private void show(Pages pages) {
        if (drawn && pages.sheets().equals(shown)) {
            return;
        }
        drawn = true;
        shown = pages.sheets();
        getContent().removeAll();
        if (shown.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    Glyph.LETTER,
                                    Texts.text("form.none.title"),
                                    Texts.text("form.none.text")));
            return;
        }
        stage.removeAll();
        stage.add(new LoadablePanel<>(state.picture().signal(), this::page, state::load, 12));
        thumbnails.show(shown);
        thumbnails.setVisible(shown.size() > 1);
        getContent().add(toolbar(), new Div(thumbnails, stage));
    }

    private Component toolbar() {
        var turn = control(Glyph.TURN, Shortcut.TURN_PAGE, () -> state.look(PageView::turned));
        var fit = control(Glyph.FIT, Shortcut.FIT_PAGE, () -> state.look(PageView::fitted));
        place.addClassNames("secondary", "page-place");
        place.getElement().setAttribute("role", "status");
        var bar = new Div(previous, place, next, smaller, larger, fit, turn);
        bar.addClassName("form-toolbar");
        bar.getElement().setAttribute("role", "toolbar");
        bar.getElement().setAttribute("aria-label", Texts.text("form.toolbar"));
        return bar;
    }

    private Button control(Glyph glyph, Shortcut shortcut, Command command) {
        var button = new Button(glyph.icon(), _ -> command.execute());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(shortcut.text());
        button.setTooltipText(Texts.text("form.control", shortcut.text(), shortcut.combination()));
        shortcut.on(this, command);
        return button;
    }

    private Component page(PagePicture picture) {
        var image =
                new Image(
                        (DownloadHandler) new PageHandler(() -> Optional.of(picture)),
                        Texts.text("form.page.alt", state.view().peek().at() + 1));
        image.addClassName("page-image");
        var frame = new Div(image);
        frame.addClassName("page-frame");
        frame.getStyle().set("--w", String.valueOf(picture.width()));
        frame.getStyle().set("--h", String.valueOf(picture.height()));
        return frame;
    }

    private void look(PageView view, Pages pages) {
        var count = pages.sheets().size();
        place.setText(Texts.text("form.place", view.at() + 1, count, view.zoom()));
        stage.getStyle().set("--zoom", String.valueOf(view.zoom() / 100.0));
        stage.getStyle().set("--turn", view.turn() + "deg");
        stage.setClassName("on-side", view.onSide());
        stage.setClassName("whole", view.whole());
        previous.setEnabled(view.at() > 0);
        next.setEnabled(view.at() < count - 1);
        thumbnails.mark(view.at());
    }
}
