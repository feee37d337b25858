package org.portaldesk.api.privacy.web;

import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.privacy.SavedSearches;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.audit.SavedSearch;
import org.portaldesk.contract.audit.SavedSearchApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SavedSearchController implements SavedSearchApi {

    private final SavedSearches searches;

    SavedSearchController(SavedSearches searches) {
        this.searches = searches;
    }

    @Override
    public Mono<Page<SavedSearch>> list() {
        return Caller.current().flatMap(searches::list).map(mine -> new Page<>(mine, null));
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<SavedSearch> save(Save save) {
        var wanted = save.criteria();
        if (wanted.lastDays() != null && (wanted.from() != null || wanted.to() != null)) {
            throw ProblemException.invalid("criteria.lastDays", "goes without from and to");
        }
        return Caller.current()
                .flatMap(caller -> searches.save(caller, save.name(), wanted))
                .switchIfEmpty(Mono.error(SavedSearchController::tooMany));
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> remove(UUID id) {
        return Caller.current()
                .flatMap(caller -> searches.remove(caller, id))
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .then();
    }

    private static ProblemException tooMany() {
        return ProblemException.of(
                ProblemCode.AGAINST_RULE, "Fifty searches are kept; remove one first.");
    }
}
