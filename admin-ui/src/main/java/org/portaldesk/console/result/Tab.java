package org.portaldesk.console.result;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.result.ReleaseState;

/** Which results the desk shows. */
enum Tab {
    /** Not final yet: what comes next. */
    TO_RELEASE(ReleaseState.PENDING),
    SCHEDULED(ReleaseState.SCHEDULED),
    HELD(ReleaseState.HELD),
    /** Holds that await the confirmation of who looks at them. */
    TO_CONFIRM(null),
    /** Holds that end within two days. */
    ENDING_SOON(null),
    RELEASED(ReleaseState.RELEASED),
    RETRACTED(ReleaseState.RETRACTED);

    private static final String NAME = "tab";

    private final @Nullable ReleaseState state;

    Tab(@Nullable ReleaseState state) {
        this.state = state;
    }

    /** The state of its results; null where the list of holds gives them. */
    @Nullable ReleaseState state() {
        return state;
    }

    /** Whether holds are listed, not results. */
    boolean ofHolds() {
        return this == TO_CONFIRM || this == ENDING_SOON;
    }

    /** Whether a hold can be placed on its results. */
    boolean mayBeHeld() {
        return this == TO_RELEASE || this == SCHEDULED || this == RELEASED;
    }

    QueryParameters query() {
        return QueryParameters.of(NAME, name().toLowerCase(Locale.ROOT));
    }

    /** The tab that an address names; what is scheduled where it names none. */
    static Tab in(QueryParameters query) {
        var word = query.getSingleParameter(NAME).orElse("");
        return Arrays.stream(values())
                .filter(tab -> tab.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(SCHEDULED);
    }
}
