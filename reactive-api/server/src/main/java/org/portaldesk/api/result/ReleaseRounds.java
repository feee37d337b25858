package org.portaldesk.api.result;

import java.time.Duration;
import java.util.function.Function;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.EndlessRounds;
import org.portaldesk.api.platform.web.RequestId;
import org.portaldesk.api.result.store.RoundRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Once a second, in every instance: writes down that holds and delays have ended, and has people
 * told that there is something new. Nobody waits for it to see a result: that is judged when they
 * read.
 *
 * @see "docs/decisions/0081-what-ends-by-itself.md"
 */
@Component
class ReleaseRounds extends EndlessRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseRounds.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final RoundRows rows;

    ReleaseRounds(RoundRows rows) {
        super(TICK);
        this.rows = rows;
    }

    /** Whatever is due now. Never fails; what did not work is due again in a second. */
    @Override
    protected Mono<Void> round() {
        return all("holds", rows::endHolds)
                .then(all("delays", rows::endDelays))
                .then(all("news", rows::takeNews))
                .then(all("notices", rows::tellNews));
    }

    private static Mono<Void> all(String what, Function<Caller, Mono<Boolean>> some) {
        return Mono.defer(() -> some.apply(Caller.system("Release of results", RequestId.fresh())))
                .repeat()
                .takeWhile(more -> more)
                .then()
                .onErrorResume(failure -> noted(what, failure));
    }

    private static Mono<Void> noted(String what, Throwable failure) {
        LOG.warn("Ends of {} are written down later: {}", what, failure.toString());
        return Mono.empty();
    }
}
