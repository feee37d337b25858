package org.portaldesk.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class LiveTest {

    private final Live<String> live = new Live<>(new Calls(() -> Mono.just("token")));

    private Live.State<String> now() {
        return live.signal().peek();
    }

    private static <T> Mono<T> away() {
        return Mono.error(new ApiException(new ApiFailure.Away("id")));
    }

    @Test
    void newestAnswerIsShown() {
        live.ask(Mono.just("one"));
        live.ask(Mono.just("two"));
        assertThat(now().shown()).isEqualTo(new Loadable.Loaded<>("two"));
    }

    @Test
    void slowApiIsNotAskedTwiceAtATime() {
        var first = Sinks.<String>one();
        live.ask(first.asMono());
        live.ask(Mono.just("impatient"));
        first.tryEmitValue("one");
        assertThat(now().shown()).isEqualTo(new Loadable.Loaded<>("one"));
        live.ask(Mono.just("two"));
        assertThat(now().shown()).isEqualTo(new Loadable.Loaded<>("two"));
    }

    @Test
    void lastAnswerStaysAndIsSaidToBeOldWhileTheApiIsAway() {
        live.ask(Mono.just("one"));
        live.ask(away());
        assertThat(now().shown()).isEqualTo(new Loadable.Loaded<>("one"));
        assertThat(now().old()).isEqualTo(new ApiFailure.Away("id"));
        live.ask(Mono.just("one"));
        assertThat(now().old()).isNull();
    }

    @Test
    void failureIsShownOnlyWhereThereWasNoAnswer() {
        live.ask(away());
        assertThat(now().shown()).isInstanceOf(Loadable.Failed.class);
    }

    @Test
    void droppedQuestionDoesNotHoldUpTheNext() {
        live.ask(Mono.never());
        live.stop();
        live.ask(Mono.just("one"));
        assertThat(now().shown()).isEqualTo(new Loadable.Loaded<>("one"));
    }
}
