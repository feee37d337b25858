package org.portaldesk.console.letter;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import org.portaldesk.contract.letter.LetterState;

/** The piles of letters on the desk; which one is looked at stands in the address. */
enum Pile {
    QUEUED(LetterState.QUEUED),
    PRINTED(LetterState.PRINTED),
    MAILED(LetterState.MAILED),
    RETURNED(LetterState.RETURNED);

    private static final String PARAMETER = "pile";

    private final LetterState state;

    Pile(LetterState state) {
        this.state = state;
    }

    LetterState state() {
        return state;
    }

    /** The pile that an address asks for; the queue when it does not say. */
    static Pile in(QueryParameters query) {
        var word = query.getSingleParameter(PARAMETER).orElse("");
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(QUEUED);
    }

    QueryParameters query() {
        return this == QUEUED ? QueryParameters.empty() : QueryParameters.of(PARAMETER, word());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
