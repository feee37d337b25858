package org.portaldesk.console.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.work.Severity;

/** The queue in the order in which it is to be worked off: mine, then by how late each is. */
final class Groups {

    /** Requests that belong together. */
    sealed interface Group {

        List<ProxyRequestItem> items();

        /** Those that the person at the screen has claimed. */
        record Mine(List<ProxyRequestItem> items) implements Group {}

        /** Those that are equally pressing. */
        record Due(Severity severity, List<ProxyRequestItem> items) implements Group {}

        /** Those that are shown without an order of their own. */
        record Rest(List<ProxyRequestItem> items) implements Group {}
    }

    private Groups() {}

    /** The groups that hold something; an item that has left this part of the queue is in none. */
    static List<Group> of(Shown shown, List<ProxyRequestItem> items) {
        var here = only(items, row -> shown.holds(row.state()));
        var groups = new ArrayList<Group>();
        if (shown != Shown.OPEN) {
            groups.add(new Group.Rest(here));
        } else {
            groups.add(new Group.Mine(only(here, Groups::mine)));
            for (var severity : Severity.values()) {
                groups.add(
                        new Group.Due(
                                severity,
                                only(here, row -> !mine(row) && row.severity() == severity)));
            }
        }
        groups.removeIf(group -> group.items().isEmpty());
        return groups;
    }

    private static boolean mine(ProxyRequestItem row) {
        return row.claim() != null && row.claim().mine();
    }

    private static List<ProxyRequestItem> only(
            List<ProxyRequestItem> items, Predicate<ProxyRequestItem> which) {
        return items.stream().filter(which).toList();
    }
}
