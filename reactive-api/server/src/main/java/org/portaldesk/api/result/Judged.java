package org.portaldesk.api.result;

import reactor.core.publisher.Mono;

/** Whether an act on a result may be done. */
sealed interface Judged {

    /** Carry it out; false when something has changed meanwhile. */
    record Go(Mono<Boolean> act) implements Judged {}

    record No(ReleaseOutcome why) implements Judged {}
}
