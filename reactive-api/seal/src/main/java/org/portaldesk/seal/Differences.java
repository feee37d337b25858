package org.portaldesk.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was done to rows that are not as they were sealed. Batches are handed over in order;
 * what is gone from one and stands in another was moved, so the answer comes at the end.
 */
final class Differences {

    private record Change(SealedRow was, SealedRow is) {}

    private final Map<SealedRow, SealedRow> missing = new TreeMap<>();
    private final Map<SealedRow, SealedRow> inserted = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private Set<SealedRow> tail = new LinkedHashSet<>();

    /** Compares a batch as it was and as it is; answers how many rows are as they were. */
    long between(List<SealedRow> were, List<SealedRow> are) {
        if (were.equals(are)) {
            tail = were.isEmpty() ? tail : new LinkedHashSet<>();
            return were.size();
        }
        var present = new HashMap<Object, SealedRow>();
        are.forEach(row -> present.put(row.id(), row));
        var same = 0;
        for (var was : were) {
            var is = present.remove(was.id());
            same += note(was, is) ? 1 : 0;
        }
        present.values().forEach(row -> inserted.put(row, row));
        return same;
    }

    private boolean note(SealedRow was, @Nullable SealedRow is) {
        if (is == null) {
            missing.put(was, was);
            tail.add(was);
            return false;
        }
        tail.clear();
        if (!was.equals(is)) {
            changes.add(new Change(was, is));
            return false;
        }
        return true;
    }

    /** What was done, in the order of the record. */
    List<Finding> findings() {
        findMoved();
        var contents = new HashSet<String>();
        changes.forEach(change -> contents.add(hex(change.was)));
        var found = new TreeMap<SealedRow, Finding>();
        for (var change : changes) {
            found.put(change.was, new Finding(kind(change, contents), change.was.id().toString()));
        }
        inserted.keySet().forEach(row -> found.put(row, finding(Finding.Kind.INSERTED, row)));
        tail.retainAll(missing.keySet());
        missing.keySet().stream()
                .filter(row -> !tail.contains(row))
                .forEach(row -> found.put(row, finding(Finding.Kind.MISSING, row)));
        tail.stream()
                .findFirst()
                .ifPresent(row -> found.put(row, finding(Finding.Kind.TAIL_CUT, row)));
        return List.copyOf(found.values());
    }

    /** Gone here and new there under the same id: it was given another place. */
    private void findMoved() {
        var elsewhere = new HashMap<Object, SealedRow>();
        inserted.keySet().forEach(row -> elsewhere.put(row.id(), row));
        for (var was : List.copyOf(missing.keySet())) {
            var is = elsewhere.get(was.id());
            if (is != null) {
                changes.add(new Change(was, is));
                missing.remove(was);
                inserted.remove(is);
            }
        }
    }

    /** What another changed row said before was swapped, not rewritten. */
    private static Finding.Kind kind(Change change, Set<String> contents) {
        return change.was.sameContent(change.is) || contents.contains(hex(change.is))
                ? Finding.Kind.REORDERED
                : Finding.Kind.ALTERED;
    }

    private static Finding finding(Finding.Kind kind, SealedRow row) {
        return new Finding(kind, row.id().toString());
    }

    private static String hex(SealedRow row) {
        return HexFormat.of().formatHex(row.content());
    }
}
