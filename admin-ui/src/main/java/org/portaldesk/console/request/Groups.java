package org.portaldesk.console.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.portaldesk.console.widget.DueClock.Severity;
import org.portaldesk.contract.request.CodeRequestItem;

/** The queue in the order in which it is to be worked off: mine, then by how late each is. */
final class Groups {

    /** Requests that belong together. */
    sealed interface Group {

        List<CodeRequestItem> items();

        /** Those that the person at the screen has claimed. */
        record Mine(List<CodeRequestItem> items) implements Group {}

        /** Those that are equally late. */
        record Due(Severity severity, List<CodeRequestItem> items) implements Group {}

        /** Those that no clock runs for. */
        record Rest(List<CodeRequestItem> items) implements Group {}
    }

    private Groups() {}

    /** The groups that hold something; an item that has left this part of the queue is in none. */
    static List<Group> of(Shown shown, List<CodeRequestItem> items, Instant now) {
        var here = only(items, row -> shown.states().contains(row.state()));
        var groups = new ArrayList<Group>();
        if (shown != Shown.OPEN) {
            groups.add(new Group.Rest(here));
            return groups;
        }
        groups.add(new Group.Mine(only(here, Groups::mine)));
        for (var severity : Severity.values()) {
            groups.add(
                    new Group.Due(
                            severity,
                            only(
                                    here,
                                    row ->
                                            !mine(row)
                                                    && Severity.of(row.dueAt(), now) == severity)));
        }
        groups.removeIf(group -> group.items().isEmpty());
        return groups;
    }

    private static boolean mine(CodeRequestItem row) {
        return row.claim() != null && row.claim().mine();
    }

    private static List<CodeRequestItem> only(
            List<CodeRequestItem> items, Predicate<CodeRequestItem> which) {
        return items.stream().filter(which).toList();
    }
}
