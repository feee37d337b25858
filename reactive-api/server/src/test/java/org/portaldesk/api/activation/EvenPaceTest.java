package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class EvenPaceTest {

    private final EvenPace pace = new EvenPace(Duration.ofMillis(250));

    @ParameterizedTest
    @CsvSource({"0, 250", "3, 247", "249, 1", "250, 250", "260, 240"})
    void theRestFillsTheStep(long elapsed, long rest) {
        assertThat(pace.rest(elapsed)).isEqualTo(Duration.ofMillis(rest));
    }

    @Test
    void quickAndSlowWorkAnswerAtTheSameMoment() {
        for (var work : new long[] {1, 60, 200}) {
            StepVerifier.withVirtualTime(
                            () -> pace.answer(Mono.delay(Duration.ofMillis(work)), number -> true))
                    .expectSubscription()
                    .expectNoEvent(Duration.ofMillis(250))
                    .expectNextCount(1)
                    .verifyComplete();
        }
    }

    @Test
    void goodNewsIsNotHeldBack() {
        StepVerifier.create(pace.answer(Mono.just("in"), answer -> false))
                .expectNext("in")
                .expectComplete()
                .verify(Duration.ofMillis(200));
    }
}
