package org.portaldesk.console.widget;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Loadable;

/** How much of a list is in the page, and the way to more of it. */
public final class ListFooter extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    public ListFooter(CursorList.Rows<?> rows, CursorList<?> list) {
        getContent().addClassName("case-list-footer");
        if (rows.more() instanceof Loadable.Failed<Integer>(var failure)) {
            getContent().add(new FailureNotice(failure, list::more));
        } else if (rows.next() != null) {
            var more = new Button(Texts.text("list.more"), _ -> list.more());
            more.setEnabled(!(rows.more() instanceof Loadable.Loading<?>));
            getContent().add(new Span(Texts.text("list.shown", rows.items().size())), more);
        } else if (!rows.items().isEmpty()) {
            getContent().add(new Span(Texts.text("list.all", rows.items().size())));
        }
    }
}
