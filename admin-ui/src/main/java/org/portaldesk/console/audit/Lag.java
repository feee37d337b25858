package org.portaldesk.console.audit;

import java.time.Duration;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;

/** How long events wait for their seal, in a word and a tone. */
final class Lag {

    /** Events are sealed four times a second; a long transaction may hold that up. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    private static final Duration TROUBLE = Duration.ofMinutes(1);

    private Lag() {}

    static StatusBadge badge(Duration lag) {
        return new StatusBadge(tone(lag), words(lag));
    }

    static Tone tone(Duration lag) {
        if (lag.compareTo(USUAL) < 0) {
            return Tone.GOOD;
        }
        return lag.compareTo(TROUBLE) < 0 ? Tone.WATCH : Tone.DANGER;
    }

    /** Whether somebody has to look after the sealer. */
    static boolean isTrouble(Duration lag) {
        return lag.compareTo(TROUBLE) >= 0;
    }

    private static String words(Duration lag) {
        if (lag.isZero()) {
            return Texts.text("seal.lag.none");
        }
        return lag.compareTo(TROUBLE) < 0
                ? Texts.text("seal.lag.seconds", lag.toSeconds())
                : Texts.text("seal.lag.minutes", lag.toMinutes());
    }
}
