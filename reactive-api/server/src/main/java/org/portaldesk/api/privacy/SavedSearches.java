package org.portaldesk.api.privacy;

import java.util.List;
import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.privacy.store.SavedSearchRows;
import org.portaldesk.contract.audit.SavedSearch;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Searches of the record that privacy officers keep, each for themselves. */
@Component
public class SavedSearches {

    private static final int MOST = 50;

    private final SavedSearchRows rows;

    SavedSearches(SavedSearchRows rows) {
        this.rows = rows;
    }

    /** The caller's own, by name. */
    public Mono<List<SavedSearch>> list(Caller caller) {
        return rows.list(caller);
    }

    /** Keeps one; a name that is taken gets the new criteria. Nothing when there are fifty. */
    public Mono<SavedSearch> save(Caller caller, String name, SavedSearch.Criteria criteria) {
        return rows.save(caller, name.strip(), criteria, MOST);
    }

    /** False when the caller has no such search. */
    public Mono<Boolean> remove(Caller caller, UUID id) {
        return rows.remove(caller, id);
    }
}
