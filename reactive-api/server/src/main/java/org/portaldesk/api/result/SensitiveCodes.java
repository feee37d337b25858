package org.portaldesk.api.result;

import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.result.store.SensitiveCodeRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.SensitiveCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sets of sensitive items, to be read; {@link ReleaseRules} changes them.
 *
 * @see "docs/decisions/0130-sensitive-sets-are-changed-by-two.md"
 */
@Component
public class SensitiveCodes {

    private final SensitiveCodeRows rows;

    SensitiveCodes(SensitiveCodeRows rows) {
        this.rows = rows;
    }

    public Mono<Page<SensitiveCode.Kind>> sets() {
        return rows.sets().map(all -> new Page<>(all, null));
    }

    /** In the order of their sets. */
    public Mono<Page<SensitiveCode>> codes(
            @Nullable String set,
            @Nullable String words,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 3);
        return rows.codes(set, words, last, Cursor.rowsFor(limit))
                .map(found -> Cursor.page(found, limit, SensitiveCodes::place));
    }

    private static Cursor place(SensitiveCode code) {
        return Cursor.of(code.set(), code.code(), code.effectiveFrom());
    }
}
