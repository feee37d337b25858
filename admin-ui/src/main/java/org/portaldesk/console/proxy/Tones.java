package org.portaldesk.console.proxy;

import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.work.Severity;

/** How states and urgency look. */
final class Tones {

    private Tones() {}

    static Tone of(Severity severity) {
        return switch (severity) {
            case CRITICALLY_OVERDUE -> Tone.DANGER;
            case OVERDUE -> Tone.WARN;
            case DUE_SOON -> Tone.WATCH;
            case NOT_DUE_YET -> Tone.GOOD;
            case PAUSED -> Tone.QUIET;
        };
    }

    static Tone of(ProxyRequestState state) {
        return switch (state) {
            case SUBMITTED, IN_REVIEW -> Tone.LIVE;
            case NEEDS_INFORMATION, PENDED -> Tone.QUIET;
            case AWAITING_SECOND_APPROVAL -> Tone.WATCH;
            case APPROVED -> Tone.GOOD;
            case DENIED -> Tone.WARN;
        };
    }
}
