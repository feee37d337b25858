package org.portaldesk.api.request;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.notice.EmailKind;
import org.portaldesk.api.request.model.Promise;
import org.portaldesk.api.request.model.RequestLife;
import org.portaldesk.api.request.model.RequestLife.Act;
import org.portaldesk.api.request.model.RequestLife.NeedsInformation;
import org.portaldesk.api.request.model.Standing;
import org.portaldesk.api.request.store.RequestRows.Change;
import org.portaldesk.api.request.store.RequestRows.ClaimChange;
import org.portaldesk.api.work.BusinessCalendar;

/**
 * What somebody wants to do with a request.
 *
 * @param seen the version that they saw, if they say
 * @param reason coded, where the requester is told one
 */
record Wish(Act act, OptionalInt seen, @Nullable String reason) {

    /** How the record names it. */
    String onRecord() {
        return switch (act) {
            case CLAIM -> "CODE_REQUEST_CLAIMED";
            case RELEASE -> "CODE_REQUEST_RELEASED";
            case APPROVE -> "CODE_REQUEST_APPROVED";
            case DENY -> "CODE_REQUEST_DENIED";
            case ASK -> "CODE_REQUEST_ASKED";
            case RESUME -> "CODE_REQUEST_RESUMED";
        };
    }

    /** What it changes, now that it may be done. */
    Change change(Standing from, RequestLife to, BusinessCalendar calendar) {
        return new Change(from, to, claim(), promise(from, calendar), reason, onRecord(), email());
    }

    private ClaimChange claim() {
        return switch (act) {
            case CLAIM, RESUME -> ClaimChange.TAKE;
            case RELEASE, APPROVE, DENY, ASK -> ClaimChange.GIVE;
        };
    }

    private Promise promise(Standing from, BusinessCalendar calendar) {
        var promise = new Promise(from.targetAt(), from.dueAt());
        return act == Act.RESUME && from.life() instanceof NeedsInformation(var since)
                ? promise.resumed(calendar, since, from.now())
                : promise;
    }

    private @Nullable String email() {
        return switch (act) {
            case DENY -> EmailKind.CODE_REQUEST_DENIED.name();
            case ASK -> EmailKind.CODE_REQUEST_NEEDS_INFORMATION.name();
            case CLAIM, RELEASE, APPROVE, RESUME -> null;
        };
    }
}
