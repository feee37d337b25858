package org.portaldesk.console.result;

import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.result.ResultHold;
import org.portaldesk.contract.result.ResultHold.Confirmation.State;

/** What is said of a hold whose determiner has not confirmed it. */
final class Unconfirmed {

    private Unconfirmed() {}

    /** Null for one that is confirmed, or need not be. */
    static @Nullable StatusBadge badge(@Nullable ResultHold hold) {
        var confirmation = hold == null ? null : hold.confirmation();
        return hold == null || confirmation == null || confirmation.state() == State.CONFIRMED
                ? null
                : new StatusBadge(
                        Tone.WARN,
                        Texts.text("hold.unconfirmed", Formats.current().moment(hold.endsAt())));
    }

    /** In a sentence; null where nobody need confirm. */
    static @Nullable String words(ResultHold hold) {
        var confirmation = hold.confirmation();
        if (confirmation == null) {
            return null;
        }
        var formats = Formats.current();
        var at = confirmation.at();
        return switch (confirmation.state()) {
            case AWAITED, NOBODY_CAN ->
                    Texts.text(
                            "hold.confirmation." + confirmation.state(),
                            formats.moment(hold.endsAt()),
                            formats.moment(confirmation.wishedEnd()));
            case CONFIRMED ->
                    Texts.text(
                            "hold.confirmation.CONFIRMED",
                            String.valueOf(confirmation.by()),
                            at == null ? "" : formats.moment(at));
        };
    }
}
