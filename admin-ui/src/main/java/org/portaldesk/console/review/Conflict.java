package org.portaldesk.console.review;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.request.CodeRequestItem.Claim;

/** What to say when a request is no longer as the reviewer saw it. */
public final class Conflict {

    private Conflict() {}

    /** Whether the act was refused because of what somebody else did meanwhile. */
    public static boolean is(ApiFailure failure) {
        return failure instanceof ApiFailure.Refused refused
                && switch (refused.code()) {
                    case CLAIMED, STATE_CONFLICT, STALE, DOCUMENT_CHANGED -> true;
                    default -> false;
                };
    }

    /** Who decided it, and when. */
    public static String decided(String key, String by, Instant at) {
        return Texts.text(key, by, Formats.current().moment(at));
    }

    /** Who has it, from when until when; nothing where that is nobody else. */
    public static Optional<String> held(@Nullable Claim claim) {
        if (claim == null || claim.mine()) {
            return Optional.empty();
        }
        var formats = Formats.current();
        return Optional.of(
                Texts.text(
                        "request.conflict.claimed",
                        claim.by(),
                        formats.moment(claim.since()),
                        formats.moment(claim.until())));
    }
}
