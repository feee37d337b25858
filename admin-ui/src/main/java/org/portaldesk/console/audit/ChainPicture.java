package org.portaldesk.console.audit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.portaldesk.console.audit.SealState.Standing;
import org.portaldesk.console.widget.Texts;

/**
 * The end of the chain: the last checkpoints, each on the one before, hollow where one stands in
 * the database alone; then, loose, what waits for its seal.
 */
final class ChainPicture extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int LINKS = 8;

    ChainPicture(Standing standing) {
        getContent().addClassName("chain");
        getContent().getElement().setAttribute("role", "img");
        getContent().getElement().setAttribute("aria-label", words(standing));
        var last = standing.health().checkpoints();
        var first = Math.max(1, last - LINKS + 1);
        if (first > 1) {
            getContent().add(part("…", "earlier"));
        }
        for (var number = first; number <= last; number++) {
            var outside = number <= standing.health().published();
            getContent().add(part(String.valueOf(number), outside ? "outside" : "inside"));
        }
        if (standing.health().oldestUnsealed() != null) {
            getContent().add(part(Texts.text("seal.chain.waits"), "loose"));
        }
    }

    private static Span part(String text, String kind) {
        var part = new Span(text);
        part.addClassNames("link", kind);
        return part;
    }

    private static String words(Standing standing) {
        var sealed =
                Texts.text(
                        "seal.chain.words",
                        standing.health().checkpoints(),
                        standing.unpublished());
        return standing.health().oldestUnsealed() == null
                ? sealed
                : sealed + " " + Texts.text("seal.chain.andLoose");
    }
}
