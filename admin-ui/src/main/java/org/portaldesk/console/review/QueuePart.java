package org.portaldesk.console.review;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;

/** A part of a queue, as it stands in the address: an enum, whose first constant needs no word. */
public interface QueuePart {

    /** The query parameter that names it. */
    String PARAMETER = "show";

    String name();

    int ordinal();

    /** What its address adds to that of the screen. */
    default QueryParameters query() {
        return ordinal() == 0 ? QueryParameters.empty() : QueryParameters.of(PARAMETER, word());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part that an address asks for; the first when it does not say. */
    static <E extends Enum<E> & QueuePart> E in(QueryParameters query, Class<E> parts) {
        var word = query.getSingleParameter(PARAMETER).orElse("");
        var all = parts.getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> ((QueuePart) one).word().equals(word))
                .findFirst()
                .orElse(all[0]);
    }
}
