package org.portaldesk.api.proxy;

import java.time.Duration;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.EndlessRounds;
import org.portaldesk.api.platform.web.RequestId;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.proxy.store.AgeOutRows;
import org.portaldesk.api.proxy.store.DocumentRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Once an hour, in every instance: tells people of birthdays ahead and of papers that soon end,
 * each once, and removes files that no request took.
 */
@Component
class Rounds extends EndlessRounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Setting<Integer> DAYS_AHEAD =
            Setting.number("proxy.notice-days", 30, 1, 180);

    private final AgeOutRows ageOuts;
    private final DocumentRows documents;
    private final Policy policy;

    Rounds(AgeOutRows ageOuts, DocumentRows documents, Policy policy) {
        super(Duration.ofMinutes(1), Duration.ofHours(1));
        this.ageOuts = ageOuts;
        this.documents = documents;
        this.policy = policy;
    }

    /** Never fails; what did not work is told an hour later. */
    @Override
    protected Mono<Void> round() {
        var system = Caller.system("Birthdays ahead", RequestId.fresh());
        return policy.inForce()
                .map(settings -> settings.get(DAYS_AHEAD))
                .flatMap(days -> ageOuts.tell(system, days).then(ageOuts.remind(system, days)))
                .then(documents.sweep())
                .onErrorResume(this::noted);
    }

    private Mono<Void> noted(Throwable failure) {
        LOG.warn("Birthdays ahead are told an hour later: {}", failure.toString());
        return Mono.empty();
    }
}
