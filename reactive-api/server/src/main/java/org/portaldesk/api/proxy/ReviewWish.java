package org.portaldesk.api.proxy;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.EmailKind;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.proxy.model.ReviewCase;
import org.portaldesk.api.proxy.model.ReviewLife;
import org.portaldesk.api.proxy.model.ReviewLife.Act;
import org.portaldesk.api.proxy.model.ReviewPromise;
import org.portaldesk.api.proxy.store.ReviewRows.Change;
import org.portaldesk.api.proxy.store.ReviewRows.Colleague;

/**
 * What somebody wants to do with a proxy request.
 *
 * @param seen the version that they saw, if they say
 * @param reason coded, where there is one
 * @param to whom it is given, on a reassignment
 * @param pauses whether the reason stops the clock
 */
record ReviewWish(
        Act act,
        OptionalInt seen,
        @Nullable String reason,
        @Nullable Colleague to,
        boolean pauses) {

    /** How e-mails name a reason: their words differ from those of a code request. */
    private static final String WORDS = "PROXY_";

    static ReviewWish to(Act act, OptionalInt seen) {
        return new ReviewWish(act, seen, null, null, false);
    }

    static ReviewWish because(Act act, OptionalInt seen, String reason) {
        return new ReviewWish(act, seen, reason, null, false);
    }

    /** How the record names it. */
    String onRecord() {
        return switch (act) {
            case CLAIM -> "PROXY_REQUEST_CLAIMED";
            case RELEASE -> "PROXY_REQUEST_RELEASED";
            case REASSIGN -> "PROXY_REQUEST_REASSIGNED";
            case PEND -> "PROXY_REQUEST_PENDED";
            case RESUME -> "PROXY_REQUEST_RESUMED";
            case APPROVE, PROPOSE -> "PROXY_REQUEST_APPROVED";
            case DENY -> "PROXY_REQUEST_DENIED";
            case ASK -> "PROXY_REQUEST_ASKED";
        };
    }

    /** What it changes, now that it may be done. */
    Change change(Caller caller, ReviewCase from, ReviewLife to, Desk desk) {
        return new Change(
                from,
                to,
                holder(caller),
                promise(from, to, desk),
                pendReason(),
                act == Act.DENY ? reason : null,
                onRecord(),
                email(),
                email() == null || reason == null ? null : WORDS + reason);
    }

    /** The promise, later by what the clock stood still, once it goes on. */
    static ReviewPromise promise(ReviewCase from, ReviewLife to, Desk desk) {
        Instant pausedAt = from.life().pausedAt();
        return to.pausedAt() != null
                ? from.promise()
                : from.promise().resumed(desk.calendar(), pausedAt, from.now());
    }

    private @Nullable Colleague holder(Caller caller) {
        return switch (act) {
            case CLAIM, RESUME -> new Colleague(caller.id(), caller.name());
            case REASSIGN -> to;
            case RELEASE, PEND, APPROVE, PROPOSE, DENY, ASK -> null;
        };
    }

    private @Nullable String pendReason() {
        return switch (act) {
            case PEND, ASK -> reason;
            case CLAIM, RELEASE, REASSIGN, RESUME, APPROVE, PROPOSE, DENY -> null;
        };
    }

    private @Nullable String email() {
        return switch (act) {
            case DENY -> EmailKind.PROXY_REQUEST_DENIED.name();
            case ASK -> EmailKind.PROXY_REQUEST_NEEDS_INFORMATION.name();
            case CLAIM, RELEASE, REASSIGN, PEND, RESUME, APPROVE, PROPOSE -> null;
        };
    }
}
