package org.portaldesk.api.notice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void theWaitGrowsToAnHourAndNoFurther() {
        assertThat(Delivery.pause(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Delivery.pause(2)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Delivery.pause(9)).isEqualTo(Duration.ofSeconds(2560));
        assertThat(Delivery.pause(10)).isEqualTo(Duration.ofHours(1));
        assertThat(Delivery.pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void allWaitsTogetherAreAboutADay() {
        var seconds =
                IntStream.range(1, Delivery.MOST_ATTEMPTS)
                        .mapToLong(attempts -> Delivery.pause(attempts).toSeconds())
                        .sum();

        assertThat(Duration.ofSeconds(seconds))
                .isBetween(Duration.ofHours(20), Duration.ofHours(28));
    }
}
