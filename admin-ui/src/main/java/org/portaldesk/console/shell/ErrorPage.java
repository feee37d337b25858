package org.portaldesk.console.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;

/** What an error view shows: fixed words, never those of an exception. */
abstract class ErrorPage extends Composite<Div> implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final String key;

    ErrorPage(String key) {
        this.key = key;
    }

    void show(Glyph glyph, Object... values) {
        getContent().removeAll();
        getContent()
                .add(
                        new EmptyState(
                                glyph,
                                Texts.text(key + ".title"),
                                Texts.text(key + ".text", values),
                                new Anchor("", Texts.text("error.home"))));
    }

    @Override
    public String getPageTitle() {
        return Texts.text(key + ".title");
    }
}
