package org.portaldesk.console.result;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.result.Result.Trend;
import org.portaldesk.contract.result.Result.Trend.Point;

/**
 * How a number went, as a small picture with the lowest, the highest and the last value in words.
 */
final class TrendPicture extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int WIDTH = 144;
    private static final int HEIGHT = 36;
    private static final int EDGE = 4;

    private static final String SVG =
            """
            <svg
            viewBox="0 0 %d %d"
            aria-hidden="true"><polyline
            points="%s"/><circle
            cx="%s"
            cy="%s"
            r="3"/></svg>
            """;

    TrendPicture(Trend trend) {
        var picture = new Svg(svg(trend.points()));
        picture.getElement().setAttribute("role", "img").setAttribute("aria-label", words(trend));
        var range = new Span(range(trend));
        range.addClassName("secondary");
        getContent().addClassNames("trend", "lines");
        getContent().add(new Span(trend.title()), picture, range);
    }

    private static String words(Trend trend) {
        var points = trend.points();
        return Texts.text(
                "result.trend",
                trend.title(),
                points.size(),
                Formats.current().full(points.getFirst().at()),
                Formats.current().full(points.getLast().at()),
                plain(points.getLast().value()),
                unit(trend));
    }

    private static String range(Trend trend) {
        var lowest = lowest(trend.points()).toPlainString();
        var highest = highest(trend.points()).toPlainString();
        return (lowest + " – " + highest + " " + unit(trend)).strip();
    }

    /**
     * Time from left to right, the highest value above; what never changed is a line in the middle.
     */
    static String svg(List<Point> points) {
        var line =
                IntStream.range(0, points.size())
                        .mapToObj(index -> x(points, index) + "," + y(points, index))
                        .collect(Collectors.joining(" "));
        var last = points.size() - 1;
        return SVG.formatted(WIDTH, HEIGHT, line, x(points, last), y(points, last));
    }

    private static String x(List<Point> points, int index) {
        var begin = points.getFirst().at().toEpochMilli();
        var span = points.getLast().at().toEpochMilli() - begin;
        var share = (points.get(index).at().toEpochMilli() - begin) / (double) Math.max(1, span);
        return place(EDGE + share * (WIDTH - 2 * EDGE));
    }

    private static String y(List<Point> points, int index) {
        var lowest = lowest(points).doubleValue();
        var span = highest(points).doubleValue() - lowest;
        var share = span == 0 ? 0.5 : (points.get(index).value().doubleValue() - lowest) / span;
        return place(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE));
    }

    private static String place(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }

    private static BigDecimal lowest(List<Point> points) {
        return points.stream().map(Point::value).min(BigDecimal::compareTo).orElseThrow();
    }

    private static BigDecimal highest(List<Point> points) {
        return points.stream().map(Point::value).max(BigDecimal::compareTo).orElseThrow();
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    private static String unit(Trend trend) {
        return trend.unit() == null ? "" : trend.unit();
    }
}
