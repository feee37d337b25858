package org.portaldesk.console.proxy;

import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.proxy.ProxyGrant;

/** Where a grant stands, and how far it reaches. */
final class GrantBadge {

    private GrantBadge() {}

    static StatusBadge of(ProxyGrant grant) {
        if (!grant.permitted()) {
            return new StatusBadge(Tone.DANGER, Texts.text("grant.blocked"));
        }
        return switch (grant.state()) {
            case PENDING_CONFIRMATION ->
                    new StatusBadge(Tone.WATCH, Texts.text("grant.PENDING_CONFIRMATION"));
            case ACTIVE -> AccessBadge.of(grant.accessClass());
            case ENDED ->
                    new StatusBadge(
                            Tone.QUIET,
                            grant.endReason() == null
                                    ? Texts.text("grant.ENDED")
                                    : Texts.ofWord("grantEnd", grant.endReason()));
        };
    }
}
