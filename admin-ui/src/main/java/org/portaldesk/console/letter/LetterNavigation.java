package org.portaldesk.console.letter;

import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.portaldesk.console.shell.Destination;
import org.portaldesk.console.shell.ScreenFamily;
import org.portaldesk.console.widget.Glyph;
import org.springframework.stereotype.Component;

/** The way to the letters desk. */
@Component
public class LetterNavigation implements ScreenFamily {

    private static final int ORDER = 40;

    /** A link to the letters that wait to be printed. */
    public static RouterLink queueLink(String text) {
        return new RouterLink(text, LettersView.class);
    }

    @Override
    public List<Destination> destinations() {
        return List.of(new Destination(ORDER, "letters.title", Glyph.LETTER, LettersView.class));
    }
}
