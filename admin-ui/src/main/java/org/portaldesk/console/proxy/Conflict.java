package org.portaldesk.console.proxy;

import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.ProxyRequest;

/** What to say when the request is no longer as the reviewer saw it. */
final class Conflict {

    private Conflict() {}

    /** Whether the act was refused because of what somebody else did meanwhile. */
    static boolean is(ApiFailure failure) {
        return failure instanceof ApiFailure.Refused refused
                && switch (refused.code()) {
                    case CLAIMED, STATE_CONFLICT, STALE, DOCUMENT_CHANGED -> true;
                    default -> false;
                };
    }

    /** Who did what, and when, as far as the request as it is now tells. */
    static String words(ProxyRequest now) {
        var formats = Formats.current();
        var decision = now.decision();
        if (decision != null) {
            return Texts.text(
                    "proxy.conflict." + now.state(), decision.by(), formats.moment(decision.at()));
        }
        var claim = now.claim();
        if (claim != null && !claim.mine()) {
            return Texts.text(
                    "request.conflict.claimed",
                    claim.by(),
                    formats.moment(claim.since()),
                    formats.moment(claim.until()));
        }
        return Texts.text("proxy.conflict.other", Texts.of("proxy.state", now.state()));
    }
}
