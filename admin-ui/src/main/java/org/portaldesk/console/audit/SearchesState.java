package org.portaldesk.console.audit;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.audit.SavedSearch;
import org.portaldesk.contract.audit.SavedSearchApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The searches that the person at the screen keeps, and what is done to them. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SearchesState {

    /**
     * What an act has left behind.
     *
     * @param removed the search that is no longer kept, which can be kept again; empty when one was
     *     kept
     */
    record Change(Optional<SavedSearch> removed) {}

    private final SavedSearchApi api;
    private final Latest<Page<SavedSearch>> kept;
    private final Act<Change> change;

    SearchesState(SavedSearchApi api, Calls calls) {
        this.api = api;
        this.kept = new Latest<>(calls);
        this.change = new Act<>(calls);
    }

    void load() {
        kept.load(api.list());
    }

    void keep(String name, SavedSearch.Criteria criteria) {
        change.start(
                api.save(new SavedSearchApi.Save(name.strip(), criteria))
                        .map(_ -> new Change(Optional.empty())));
    }

    void remove(SavedSearch search) {
        change.start(api.remove(search.id()).thenReturn(new Change(Optional.of(search))));
    }

    Latest<Page<SavedSearch>> kept() {
        return kept;
    }

    Act<Change> change() {
        return change;
    }
}
