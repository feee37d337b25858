package org.portaldesk.contract.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.portaldesk.contract.Page;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Requests for a code that one network sent in bulk, and their removal in one act. */
public interface CodeRequestJunkApi {

    /**
     * @param group names the sender without telling the address
     * @param requests that are open and that nobody has taken up
     * @param names five of those that were claimed, at most
     */
    record JunkGroup(
            String group, int requests, Instant firstAt, Instant lastAt, List<String> names) {

        public JunkGroup {
            names = List.copyOf(names);
        }
    }

    /** What is to go. */
    record RemoveJunk(
            @NotEmpty @Size(max = 200) List<@NotNull @Size(min = 16, max = 16) String> groups) {}

    /**
     * @param removed how many requests went; what somebody has taken up meanwhile stays
     */
    record Removed(int removed) {}

    /** Networks that sent ten or more open requests within a day, the largest first. */
    @GetExchange("/api/code-request-junk")
    Mono<Page<JunkGroup>> junk();

    /** Denies them all without a word to anybody. */
    @PostExchange("/api/code-request-junk/remove")
    Mono<Removed> remove(@RequestBody @Valid RemoveJunk wish);
}
