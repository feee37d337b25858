package org.portaldesk.console.result;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.result.Result;

/** What has happened to a result, and what will, in order. */
final class Timeline extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private record Moment(Instant at, String words) {}

    Timeline(Result result) {
        var list = new OrderedList();
        list.addClassName("timeline");
        var formats = Formats.current();
        moments(result).stream()
                .sorted(Comparator.comparing(Moment::at))
                .map(one -> new ListItem(formats.moment(one.at()) + " · " + one.words()))
                .forEach(list::add);
        getContent().add(list);
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.text("result.timeline"));
    }

    private static List<Moment> moments(Result result) {
        var moments = new ArrayList<Moment>();
        add(moments, result.issued(), Texts.text("result.timeline.issued"));
        add(moments, result.receivedAt(), Texts.text("result.timeline.received"));
        var seen = result.seenBy();
        if (seen != null) {
            seen.forEach(
                    one ->
                            add(
                                    moments,
                                    one.firstSeenAt(),
                                    Texts.text("result.timeline.seen", one.name())));
        }
        var hold = result.hold();
        if (hold != null) {
            add(moments, hold.placedAt(), Texts.text("result.timeline.held", hold.placedBy()));
        }
        add(moments, result.dueAt(), Texts.text("result.timeline.ends"));
        return moments;
    }

    private static void add(List<Moment> moments, @Nullable Instant at, String words) {
        if (at != null) {
            moments.add(new Moment(at, words));
        }
    }
}
