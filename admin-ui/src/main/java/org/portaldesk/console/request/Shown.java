package org.portaldesk.console.request;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.portaldesk.contract.request.CodeRequestState;

/** Which requests the queue shows; stands in the address. */
enum Shown {
    OPEN(CodeRequestState.SUBMITTED, CodeRequestState.IN_REVIEW),
    WAITING(CodeRequestState.NEEDS_INFORMATION),
    APPROVED(CodeRequestState.APPROVED),
    DENIED(CodeRequestState.DENIED);

    private static final String PARAMETER = "show";

    private final Set<CodeRequestState> states;

    Shown(CodeRequestState first, CodeRequestState... rest) {
        states = EnumSet.of(first, rest);
    }

    Set<CodeRequestState> states() {
        return states;
    }

    /** The part that an address asks for; the open ones when it does not say. */
    static Shown in(QueryParameters query) {
        var word = query.getSingleParameter(PARAMETER).orElse("");
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(OPEN);
    }

    QueryParameters query() {
        return this == OPEN ? QueryParameters.empty() : QueryParameters.of(PARAMETER, word());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
