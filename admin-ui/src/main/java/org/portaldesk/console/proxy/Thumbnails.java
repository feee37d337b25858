package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import org.portaldesk.console.proxy.FormState.Sheet;
import org.portaldesk.console.widget.Texts;

/** All pages, small; a page is only fetched once it is about to be in sight. */
final class Thumbnails extends Composite<OrderedList> {

    private static final long serialVersionUID = 1L;

    private final transient FormState state;
    private final List<NativeButton> buttons = new ArrayList<>();
    private List<Sheet> sheets = List.of();

    Thumbnails(FormState state) {
        this.state = state;
        getContent().addClassName("thumbnails");
        getContent().getElement().setAttribute("aria-label", Texts.text("form.thumbnails"));
        Signal.effect(this, () -> markSeen(state.pages().get()));
    }

    void show(List<Sheet> sheets) {
        this.sheets = sheets;
        buttons.clear();
        getContent().removeAll();
        for (int at = 0; at < sheets.size(); at++) {
            var button = button(at, sheets.get(at));
            buttons.add(button);
            getContent().add(new ListItem(button));
        }
    }

    private NativeButton button(int at, Sheet sheet) {
        // What it shows is said by the button.
        var image = new Image((DownloadHandler) new PageHandler(() -> state.await(sheet)), "");
        image.getElement().setAttribute("loading", "lazy");
        var button = new NativeButton("", _ -> state.go(at));
        button.add(image, new Span(String.valueOf(at + 1)));
        button.setAriaLabel(Texts.text("form.thumbnail", at + 1));
        return button;
    }

    void mark(int at) {
        for (int one = 0; one < buttons.size(); one++) {
            var element = buttons.get(one).getElement();
            if (one == at) {
                element.setAttribute("aria-current", "true");
            } else {
                element.removeAttribute("aria-current");
            }
        }
    }

    private void markSeen(FormState.Pages pages) {
        for (int one = 0; one < buttons.size(); one++) {
            buttons.get(one).setClassName("seen", pages.seen().contains(sheets.get(one)));
        }
    }
}
