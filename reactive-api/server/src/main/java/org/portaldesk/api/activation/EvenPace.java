package org.portaldesk.api.activation;

import java.time.Duration;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Answers at whole steps of time after the question, so that the time says nothing of which part of
 * the work was done.
 */
record EvenPace(Duration step) {

    /** Holds the values that match until the next step is full. */
    <T> Mono<T> answer(Mono<T> work, Predicate<T> evenly) {
        return work.elapsed()
                .flatMap(
                        timed ->
                                evenly.test(timed.getT2())
                                        ? Mono.just(timed.getT2()).delayElement(rest(timed.getT1()))
                                        : Mono.just(timed.getT2()));
    }

    /** What is missing to a whole step. */
    Duration rest(long elapsedMillis) {
        var millis = step.toMillis();
        return Duration.ofMillis(millis - elapsedMillis % millis);
    }
}
