package org.portaldesk.seal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * As much of a growing {@link Tree} as it takes to add leaves to it: the roots of its perfect
 * subtrees, the largest first. A tree of a million leaves has twenty of them at most.
 *
 * @param size how many leaves there are
 */
public record Peaks(List<byte[]> roots, long size) {

    private static final int HASH = 32;

    /** The tree with one leaf more. */
    public Peaks with(byte[] leaf) {
        var grown = new ArrayList<>(roots);
        var node = leaf;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            node = Tree.node(grown.removeLast(), node);
        }
        grown.add(node);
        return new Peaks(List.copyOf(grown), size + 1);
    }

    /** The root of the tree as it is. */
    public byte[] root() {
        if (roots.isEmpty()) {
            return Tree.sha256();
        }
        var root = roots.getLast();
        for (var left : roots.reversed().subList(1, roots.size())) {
            root = Tree.node(left, root);
        }
        return root;
    }

    /** The hashes one after the other. */
    public byte[] bytes() {
        var all = new ByteArrayOutputStream(roots.size() * HASH);
        roots.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** What {@link #bytes} wrote. */
    public static Peaks of(byte[] bytes, long size) {
        var roots = new ArrayList<byte[]>();
        for (var at = 0; at < bytes.length; at += HASH) {
            roots.add(Arrays.copyOfRange(bytes, at, at + HASH));
        }
        return new Peaks(List.copyOf(roots), size);
    }
}
