package org.portaldesk.console.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.result.Result.Trend.Point;

class TrendPictureTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static Point point(int day, String value) {
        return new Point(FIRST.plusSeconds(day * 86_400L), new BigDecimal(value));
    }

    @Test
    void timeGoesFromLeftToRightAndTheHighestValueIsAbove() {
        var svg = TrendPicture.svg(List.of(point(0, "5.0"), point(1, "7.5"), point(4, "10")));

        assertThat(svg)
                .contains("points=\"4.0,32.0 38.0,18.0 140.0,4.0\"", "cx=\"140.0\"", "cy=\"4.0\"");
    }

    @Test
    void whatNeverChangedIsALineInTheMiddle() {
        assertThat(TrendPicture.svg(List.of(point(0, "3"), point(2, "3.0"))))
                .contains("points=\"4.0,18.0 140.0,18.0\"");
    }

    @Test
    void twoValuesOfOneMomentAreDrawnAllTheSame() {
        assertThat(TrendPicture.svg(List.of(point(0, "1"), point(0, "2"))))
                .contains("points=\"4.0,32.0 4.0,4.0\"");
    }
}
