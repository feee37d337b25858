package org.portaldesk.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, in the list's own order.
 *
 * @param items at most as many as the request's {@code limit}
 * @param next the cursor of the next page; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The most items that one page may hold. */
    public static final int MAX_LIMIT = 200;

    /** How many items a page holds when the request does not say. */
    public static final int DEFAULT_LIMIT = 50;

    public Page {
        items = List.copyOf(items);
    }
}
