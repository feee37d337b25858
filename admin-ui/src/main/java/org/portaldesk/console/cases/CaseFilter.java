package org.portaldesk.console.cases;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Which cases are shown; stands in the address. */
record CaseFilter(Kind kind, Shown shown) {

    /** What is open, of that which keeps people waiting. */
    static final CaseFilter START = new CaseFilter(Kind.TAKEOVER, Shown.OPEN);

    /** What a case is about. */
    enum Kind {
        /** An account that may be changing hands. */
        TAKEOVER,
        /** A look at a record that somebody should ask about. */
        LOOK,
        /** A result that was retracted after somebody had seen it. */
        MISDIRECTED
    }

    /** Which of them. */
    enum Shown {
        OPEN,
        CLOSED,
        ALL
    }

    /** What an address asks for; what cannot be read asks for the usual. */
    static CaseFilter in(QueryParameters query) {
        return new CaseFilter(
                word(query, "kind", START.kind, Kind.values()),
                word(query, "state", START.shown, Shown.values()));
    }

    QueryParameters query() {
        return QueryParameters.simple(Map.of("kind", word(kind), "state", word(shown)));
    }

    CaseFilter of(Kind kind) {
        return new CaseFilter(kind, shown);
    }

    CaseFilter with(Shown shown) {
        return new CaseFilter(kind, shown);
    }

    private static <E extends Enum<E>> E word(
            QueryParameters query, String name, E usual, E[] all) {
        var asked = query.getSingleParameter(name).orElse("");
        return Arrays.stream(all).filter(one -> word(one).equals(asked)).findFirst().orElse(usual);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
