package org.portaldesk.api.platform.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.Page;

/**
 * Where a list goes on: the sort key of the last row that was seen. Opaque to clients, who need not
 * trust or keep it.
 *
 * @param parts the key's columns in order, as text
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        parts = List.copyOf(parts);
    }

    /** The cursor after a row with this key. */
    public static Cursor of(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(String::valueOf).toList());
    }

    /**
     * Reads what a client sent back.
     *
     * @param size how many parts the list's key has
     * @return null for the first page
     * @throws ProblemException when it is not a cursor of such a list
     */
    public static @Nullable Cursor parse(@Nullable String text, int size) {
        if (text == null) {
            return null;
        }
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = List.of(decoded.split(SEPARATOR, -1));
            if (parts.size() == size) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException malformed) {
            // Falls through: a foreign text and a cursor of another list are refused alike.
        }
        throw notOfThisList();
    }

    private static ProblemException notOfThisList() {
        return ProblemException.invalid("cursor", "is not a cursor of this list");
    }

    /** One part of the key, where the list is ordered by an id. */
    public UUID uuid(int part) {
        try {
            return UUID.fromString(parts.get(part));
        } catch (IllegalArgumentException foreign) {
            throw notOfThisList();
        }
    }

    /** One part of the key, where the list is ordered by a number. */
    public int integer(int part) {
        try {
            return Integer.parseInt(parts.get(part));
        } catch (NumberFormatException foreign) {
            throw notOfThisList();
        }
    }

    /** One part of the key, where the list is ordered by a moment. */
    public Instant instant(int part) {
        try {
            return Instant.parse(parts.get(part));
        } catch (DateTimeParseException foreign) {
            throw notOfThisList();
        }
    }

    /** The text for the client. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * How many rows to ask the database for: one more than the page, to know whether there is a
     * next one.
     */
    public static int rowsFor(@Nullable Integer limit) {
        return sizeOf(limit) + 1;
    }

    /** Cuts the extra row off and makes the cursor of the last one that stays. */
    public static <R> Page<R> page(List<R> rows, @Nullable Integer limit, Function<R, Cursor> key) {
        var size = sizeOf(limit);
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, size);
        return new Page<>(items, key.apply(items.getLast()).text());
    }

    private static int sizeOf(@Nullable Integer limit) {
        return limit == null ? Page.DEFAULT_LIMIT : limit;
    }
}
