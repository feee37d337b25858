package org.portaldesk.contract.draft;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What the caller had typed and not yet sent, so that the end of a session costs nobody their work.
 * Drafts are encrypted, end after a day, and are shown to nobody but whoever typed them.
 */
public interface DraftApi {

    /** Of a field: its screen's address with dots for slashes, an underscore, the field's name. */
    String PLACE = "[a-z0-9][a-z0-9._-]{0,119}";

    /** In UTF-8; a text of fewer characters may have too many bytes. */
    int MOST_BYTES = 16 * 1024;

    /**
     * @param text up to 16 kB
     */
    record Keep(@NotBlank @Size(max = MOST_BYTES) String text) {}

    /** Keeps it in the place of what was there; of twenty-one the oldest goes. */
    @PutExchange("/api/me/drafts/{place}")
    Mono<Void> keep(
            @PathVariable @Pattern(regexp = PLACE) String place, @RequestBody @Valid Keep keep);

    /** Where the caller has drafts, the newest first; at most twenty, so always one page. */
    @GetExchange("/api/me/drafts")
    Mono<Page<DraftPlace>> list();

    /** The caller's own; 404 when there is none. */
    @GetExchange("/api/me/drafts/{place}")
    Mono<Draft> find(@PathVariable @Pattern(regexp = PLACE) String place);

    /** It was sent, or is not wanted any more; 404 when there is none. */
    @DeleteExchange("/api/me/drafts/{place}")
    Mono<Void> remove(@PathVariable @Pattern(regexp = PLACE) String place);
}
