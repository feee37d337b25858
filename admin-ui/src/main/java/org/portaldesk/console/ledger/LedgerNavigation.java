package org.portaldesk.console.ledger;

import java.util.List;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** The way to the ledger of holds. */
@Component
public class LedgerNavigation implements ScreenFamily {

    private static final int ORDER = 46;

    @Override
    public List<Destination> destinations() {
        return List.of(new Destination(ORDER, "ledger.title", Glyph.LEDGER, LedgerView.class));
    }
}
