package org.portaldesk.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class LatestTest {

    private final Latest<String> latest = new Latest<>(new Calls(() -> Mono.just("token")));

    @Test
    void lateAnswerNeverOverwritesNewerOne() {
        Sinks.One<String> slow = Sinks.one();
        // Deaf to being dropped, as an answer that is already on its way is.
        latest.load(Mono.create(sink -> slow.asMono().subscribe(sink::success)));
        latest.load(Mono.just("newer"));
        slow.tryEmitValue("older");
        assertThat(latest.value()).contains("newer");
    }

    @Test
    void oldAnswerStaysInSightWhileAskingAgain() {
        latest.load(Mono.just("old"));
        latest.load(Mono.never());
        assertThat(latest.signal().peek()).isEqualTo(new Loadable.Loading<>("old"));
    }

    @Test
    void failureTakesThePlaceOfTheAnswer() {
        latest.load(Mono.error(new ApiException(new ApiFailure.Away("1"))));
        assertThat(latest.signal().peek())
                .isEqualTo(new Loadable.Failed<>(new ApiFailure.Away("1")));
    }

    @Test
    void valueThatIsShownWinsOverTheCallThatStillRuns() {
        Sinks.One<String> slow = Sinks.one();
        latest.load(slow.asMono());
        latest.show("known");
        slow.tryEmitValue("late");
        assertThat(latest.value()).contains("known");
    }
}
