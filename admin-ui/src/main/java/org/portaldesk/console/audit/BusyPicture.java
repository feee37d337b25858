package org.portaldesk.console.audit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;

/** How busy something was: a bar for each stretch of time, and the same in words. */
final class BusyPicture extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int MOST_DAYS = 31;
    private static final int HUNDRED = 100;

    /**
     * @param name of the stretch of time, as it is read out
     */
    private record Bar(String name, int count) {}

    /**
     * @param first what stands under the first bar, {@code last} under the last
     */
    private BusyPicture(String kind, List<Bar> bars, String first, String last) {
        var most = bars.stream().mapToInt(Bar::count).max().orElse(0);
        var picture = new Div();
        picture.addClassNames("busy", kind);
        bars.forEach(bar -> picture.add(bar(bar, most)));
        var scale = new Div(new Span(first), new Span(last));
        scale.addClassNames("busy-scale", "secondary");
        getContent().getElement().setAttribute("role", "img");
        getContent().getElement().setAttribute("aria-label", words(bars));
        getContent().add(picture, scale);
    }

    /** The hours of one day. */
    static BusyPicture ofHours(Timeline.Day day) {
        var bars =
                IntStream.range(0, Timeline.HOURS)
                        .mapToObj(
                                hour ->
                                        new Bar(
                                                Texts.text("busy.hour", hour),
                                                day.hours().get(hour)))
                        .toList();
        return new BusyPicture(
                "hours", bars, Texts.text("busy.hour", 0), Texts.text("busy.hour", Timeline.HOURS));
    }

    /** The days from the first to the last that something happened on; the last month at most. */
    static BusyPicture ofDays(Timeline timeline) {
        var formats = Formats.current();
        var counts =
                timeline.days().stream()
                        .collect(Collectors.toMap(Timeline.Day::date, Timeline.Day::count));
        var bars = new ArrayList<Bar>();
        var last = timeline.days().getFirst().date();
        var first = timeline.days().getLast().date();
        for (var day = last;
                !day.isBefore(first) && bars.size() < MOST_DAYS;
                day = day.minusDays(1)) {
            bars.addFirst(new Bar(formats.date(day), counts.getOrDefault(day, 0)));
        }
        return new BusyPicture("days", bars, bars.getFirst().name(), bars.getLast().name());
    }

    private static Span bar(Bar bar, int most) {
        var height = bar.count() == 0 ? 0 : Math.max(HUNDRED * bar.count() / most, HUNDRED / 8);
        var filled = new Span();
        filled.getStyle().set("height", height + "%");
        var whole = new Span(filled);
        whole.setTitle(Texts.text("busy.bar", bar.name(), bar.count()));
        return whole;
    }

    private static String words(List<Bar> bars) {
        return bars.stream()
                .filter(bar -> bar.count() > 0)
                .map(bar -> Texts.text("busy.bar", bar.name(), bar.count()))
                .collect(Collectors.joining(", "));
    }
}
