package org.portaldesk.console.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;

/**
 * Requests of a queue that belong together.
 *
 * @param name what stands above them; empty for nothing
 */
public record Group<T>(String name, Tone tone, List<T> items) {

    public Group {
        items = List.copyOf(items);
    }

    /** All of them, in no order but their own. */
    public static <T> List<Group<T>> one(List<T> items) {
        return items.isEmpty() ? List.of() : List.of(new Group<>("", Tone.QUIET, items));
    }

    /**
     * In the order in which they are to be worked off: mine, then by how late each is.
     *
     * @param severities how late, the worst first
     */
    public static <T, S extends Enum<S>> List<Group<T>> byUrgency(
            List<T> items,
            Predicate<T> mine,
            Function<T, @Nullable S> severity,
            S[] severities,
            Function<S, Tone> tone) {
        var groups = new ArrayList<Group<T>>();
        groups.add(new Group<>(Texts.text("requests.mine"), Tone.LIVE, only(items, mine)));
        for (var each : severities) {
            groups.add(
                    new Group<>(
                            Texts.of("severity", each),
                            tone.apply(each),
                            only(items, row -> !mine.test(row) && severity.apply(row) == each)));
        }
        groups.removeIf(group -> group.items().isEmpty());
        return groups;
    }

    private static <T> List<T> only(List<T> items, Predicate<T> which) {
        return items.stream().filter(which).toList();
    }
}
