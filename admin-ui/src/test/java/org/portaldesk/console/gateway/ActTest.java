package org.portaldesk.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class ActTest {

    private final Act<String> act = new Act<>(new Calls(() -> Mono.just("token")));

    @Test
    void secondClickStartsNothing() {
        var started = new AtomicInteger();
        Sinks.One<String> answer = Sinks.one();
        var call = answer.asMono().doOnSubscribe(_ -> started.incrementAndGet());
        act.start(call);
        act.start(call);
        assertThat(started).hasValue(1);
        assertThat(act.running().peek()).isTrue();
    }

    @Test
    void refusalCanBeTriedAgain() {
        act.start(Mono.error(new ApiException(new ApiFailure.SignedOut())));
        assertThat(act.signal().peek())
                .isEqualTo(new Act.State.Failed<>(new ApiFailure.SignedOut()));
        act.start(Mono.just("done"));
        assertThat(act.signal().peek()).isEqualTo(new Act.State.Done<>("done"));
    }

    @Test
    void runningActIsNotForgotten() {
        act.start(Mono.never());
        act.reset();
        assertThat(act.running().peek()).isTrue();
    }
}
