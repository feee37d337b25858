package org.portaldesk.console.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;

/** The rows of a queue, moved and filled anew only where something has changed. */
final class QueueRows<P, T> extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** A row that goes into another group leaves the page for a moment, and with it the focus. */
    private static final String KEEP_FOCUS =
            """
            if (!this.keeps) {
              this.keeps = true;
              this.addEventListener('focusin', event => { this.last = event.target; });
              this.addEventListener('focusout', event => { if (event.relatedTarget) this.last = null; });
            }
            if (this.last && this.contains(this.last) && document.activeElement === document.body) {
              this.last.focus({preventScroll: true});
            }
            """;

    /** What a row was last filled with. */
    private record Painted(Object place, Object item, Instant minute) {}

    private static final class Row {

        private final RouterLink link = new RouterLink();
        private final ListItem line = new ListItem(link);
        private @Nullable Painted painted;

        Row() {
            link.addClassName("queue-row");
        }
    }

    private static final class Part {

        private final H2 heading = new H2();
        private final UnorderedList lines = new UnorderedList();
        private final Section section = new Section(heading, lines);

        Part() {
            lines.addClassName("queue-rows");
        }
    }

    private final transient QueueList.Look<P, T> look;
    private final transient Map<UUID, Row> rows = new HashMap<>();
    private final transient Map<String, Part> parts = new HashMap<>();

    QueueRows(QueueList.Look<P, T> look) {
        this.look = look;
    }

    void show(List<Group<T>> groups, LiveQueue.View<P, T> view) {
        rows.keySet().retainAll(ids(groups));
        var shown = groups.stream().map(this::part).toList();
        arrange(getContent(), shown.stream().map(part -> part.section).toList());
        for (int place = 0; place < shown.size(); place++) {
            var items = groups.get(place).items();
            arrange(
                    shown.get(place).lines,
                    items.stream().map(item -> row(item, view).line).toList());
        }
        getElement().executeJs(KEEP_FOCUS);
    }

    private Set<UUID> ids(List<Group<T>> groups) {
        return groups.stream()
                .flatMap(group -> group.items().stream())
                .map(look::id)
                .collect(Collectors.toSet());
    }

    private Part part(Group<T> group) {
        var part = parts.computeIfAbsent(group.name(), _ -> new Part());
        part.heading.setVisible(!group.name().isEmpty());
        part.heading.removeAll();
        part.heading.add(
                new StatusBadge(
                        group.tone(),
                        Texts.text("requests.group", group.name(), group.items().size())));
        return part;
    }

    private Row row(T item, LiveQueue.View<P, T> view) {
        var row = rows.computeIfAbsent(look.id(item), _ -> new Row());
        var now = new Painted(view.place(), item, view.minute());
        if (!now.equals(row.painted)) {
            row.painted = now;
            row.link.removeAll();
            look.fill(row.link, view.place(), item);
        }
        return row;
    }

    /** Puts these children in this order, and touches none that is where it belongs. */
    private static void arrange(Component parent, List<? extends Component> wanted) {
        var element = parent.getElement();
        var there = wanted.stream().map(Component::getElement).toList();
        element.getChildren()
                .filter(child -> !there.contains(child))
                .toList()
                .forEach(Element::removeFromParent);
        for (int place = 0; place < there.size(); place++) {
            var child = there.get(place);
            if (place >= element.getChildCount() || !element.getChild(place).equals(child)) {
                child.removeFromParent();
                element.insertChild(place, child);
            }
        }
    }
}
