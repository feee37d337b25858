package org.portaldesk.console.review;

import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.request.CodeRequestItem.Claim;

/** Claims, in words. */
public final class Claims {

    private Claims() {}

    /** Who has it, and until when. */
    public static String words(Claim claim) {
        var until = Formats.current().moment(claim.until());
        return claim.mine()
                ? Texts.text("claim.mine", until)
                : Texts.text("claim.by", claim.by(), until);
    }

    /** Whether the person at the screen has it. */
    public static boolean isMine(@Nullable Claim claim) {
        return claim != null && claim.mine();
    }

    /** Whether somebody else has it. */
    public static boolean isAnothers(@Nullable Claim claim) {
        return claim != null && !claim.mine();
    }
}
