package org.portaldesk.api.draft.web;

import java.nio.charset.StandardCharsets;
import org.portaldesk.api.draft.Drafts;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.draft.Draft;
import org.portaldesk.contract.draft.DraftApi;
import org.portaldesk.contract.draft.DraftPlace;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class DraftController implements DraftApi {

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> keep(String place, Keep keep) {
        if (keep.text().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw ProblemException.invalid("text", "must be at most 16 kB");
        }
        return Caller.current().flatMap(caller -> drafts.keep(caller, place, keep.text()));
    }

    @Override
    public Mono<Page<DraftPlace>> list() {
        return Caller.current().flatMap(drafts::list).map(places -> new Page<>(places, null));
    }

    @Override
    public Mono<Draft> find(String place) {
        return Caller.current()
                .flatMap(caller -> drafts.find(caller, place))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> remove(String place) {
        return Caller.current()
                .flatMap(caller -> drafts.remove(caller, place))
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .then();
    }
}
