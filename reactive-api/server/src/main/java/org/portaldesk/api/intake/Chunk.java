package org.portaldesk.api.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Entries that go into the database together: not too many, and none in each other's way. */
final class Chunk {

    /** Large enough to make round trips cheap, small enough for a short statement. */
    private static final int MOST_ENTRIES = 400;

    /**
     * @param line where it stood in what was sent, from 1
     */
    record Entry(long line, Incoming incoming) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    /** Whether the entry can go in without being in the way of another one. */
    boolean takes(Entry entry) {
        return entries.size() < MOST_ENTRIES
                && entry.incoming().keys().stream().noneMatch(keys::contains);
    }

    void add(Entry entry) {
        entries.add(entry);
        keys.addAll(entry.incoming().keys());
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Entry> entries() {
        return entries;
    }

    /** All entries, in as few chunks as there can be without a change of order. */
    static List<Chunk> of(List<Entry> entries) {
        var chunks = new ArrayList<Chunk>();
        var chunk = new Chunk();
        for (var entry : entries) {
            if (!chunk.takes(entry)) {
                chunks.add(chunk);
                chunk = new Chunk();
            }
            chunk.add(entry);
        }
        chunks.add(chunk);
        return chunks;
    }
}
