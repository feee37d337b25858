package org.portaldesk.console.cases;

import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** Ways to the cases. */
@Component
public class CasesNavigation implements ScreenFamily {

    private static final int CASES = 85;

    /** A link to the accounts that may be changing hands. */
    public static RouterLink takeoversLink(String text) {
        return link(text, CaseFilter.Kind.TAKEOVER);
    }

    /** A link to the looks that somebody should ask about. */
    public static RouterLink looksLink(String text) {
        return link(text, CaseFilter.Kind.LOOK);
    }

    private static RouterLink link(String text, CaseFilter.Kind kind) {
        var link = new RouterLink(text, CasesView.class);
        link.setQueryParameters(CaseFilter.START.of(kind).query());
        return link;
    }

    @Override
    public List<Destination> destinations() {
        return List.of(new Destination(CASES, "cases.title", Glyph.ALERT, CasesView.class));
    }
}
