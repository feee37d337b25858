package org.portaldesk.api.activation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.platform.problem.ProblemException;

/** Lists here go by id alone: ids grow with time. */
final class Cursors {

    private Cursors() {}

    /** The id after which the page begins; null for the first page. */
    static @Nullable UUID id(@Nullable String cursor) {
        var parsed = Cursor.parse(cursor, 1);
        if (parsed == null) {
            return null;
        }
        try {
            return UUID.fromString(parsed.parts().getFirst());
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
