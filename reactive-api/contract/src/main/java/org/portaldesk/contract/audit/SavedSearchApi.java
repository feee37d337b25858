package org.portaldesk.contract.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Searches of the record that a privacy officer keeps. Nobody sees those of somebody else. */
public interface SavedSearchApi {

    /**
     * @param name up to sixty characters; one that is taken gets the new criteria
     */
    record Save(
            @NotBlank @Size(max = 60) String name, @NotNull @Valid SavedSearch.Criteria criteria) {}

    /** The caller's own, by name; there are fifty at most, so there is one page. */
    @GetExchange("/api/audit/searches")
    Mono<Page<SavedSearch>> list();

    /** Keeps one; 422 when there are fifty already. */
    @PostExchange("/api/audit/searches")
    Mono<SavedSearch> save(@RequestBody @Valid Save save);

    /** Forgets one of the caller's own. */
    @DeleteExchange("/api/audit/searches/{id}")
    Mono<Void> remove(@PathVariable UUID id);
}
