package org.portaldesk.api.platform.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A page of a list that is asked for again and again.
 *
 * @param tag names just this page, as an {@code ETag}
 * @param page empty where the caller has seen just this one
 */
public record Sight<T>(String tag, Optional<Page<T>> page) {

    /**
     * A line of the statement that reads such a list.
     *
     * @param fresh whether the list differs from what the caller has seen: only then it was read
     * @param row absent where there is none
     */
    public record Line<R>(String tag, boolean fresh, @Nullable R row) {}

    /**
     * Makes a page of what the statement gave.
     *
     * @param lines at least one, all of the same tag
     * @param shown a row as the caller is shown it
     */
    public static <R, T> Sight<T> of(
            List<Line<R>> lines,
            @Nullable Integer limit,
            Function<R, Cursor> key,
            Function<R, T> shown) {
        var first = lines.getFirst();
        if (!first.fresh()) {
            return new Sight<>(first.tag(), Optional.empty());
        }
        var rows = lines.stream().flatMap(line -> Stream.ofNullable(line.row())).toList();
        var page = Cursor.page(rows, limit, key);
        return new Sight<>(
                first.tag(),
                Optional.of(new Page<>(page.items().stream().map(shown).toList(), page.next())));
    }

    /** 304 without a body where nothing has changed. */
    public ResponseEntity<Page<T>> answer() {
        return page.map(now -> ResponseEntity.ok().eTag(tag).body(now))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build());
    }
}
