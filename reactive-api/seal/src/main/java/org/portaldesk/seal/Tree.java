package org.portaldesk.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 6962, section 2.1: SHA-256 with a prefix that tells leaves from nodes. */
public final class Tree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Tree() {}

    /** SHA-256 of data: 32 bytes. */
    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The hash of one leaf. */
    public static byte[] leaf(byte[] data) {
        return sha256(new byte[] {LEAF}, data);
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {NODE}, left, right);
    }

    /** The root over hashed leaves; that of no leaves is the hash of nothing. */
    public static byte[] root(List<byte[]> leaves) {
        var level = leaves;
        while (level.size() > 1) {
            level = above(level);
        }
        return level.isEmpty() ? sha256() : level.getFirst();
    }

    /** Each two make a node; an odd one out rises as it is. */
    private static List<byte[]> above(List<byte[]> level) {
        var nodes = new ArrayList<byte[]>((level.size() + 1) / 2);
        for (var at = 0; at + 1 < level.size(); at += 2) {
            nodes.add(node(level.get(at), level.get(at + 1)));
        }
        if (level.size() % 2 == 1) {
            nodes.add(level.getLast());
        }
        return nodes;
    }

    /**
     * The hashes that lead from one leaf to the root, nearest first.
     *
     * @throws IndexOutOfBoundsException if there is no such leaf
     */
    public static List<byte[]> inclusion(List<byte[]> leaves, int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        var path = new ArrayList<byte[]>();
        climb(leaves, index, path);
        return path;
    }

    private static void climb(List<byte[]> leaves, int index, List<byte[]> path) {
        if (leaves.size() == 1) {
            return;
        }
        var split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        if (index < split) {
            climb(left, index, path);
            path.add(root(right));
        } else {
            climb(right, index - split, path);
            path.add(root(left));
        }
    }

    /** The root that a leaf and its path lead to; it shows inclusion if it is the signed one. */
    public static byte[] rootFrom(byte[] leaf, long index, long size, List<byte[]> path) {
        if (size == 1) {
            return leaf;
        }
        var split = Long.highestOneBit(size - 1);
        var rest = path.subList(0, path.size() - 1);
        return index < split
                ? node(rootFrom(leaf, index, split, rest), path.getLast())
                : node(path.getLast(), rootFrom(leaf, index - split, size - split, rest));
    }

    /** The hashes that show that the tree of the first {@code older} leaves only grew since. */
    public static List<byte[]> consistency(List<byte[]> leaves, int older) {
        if (older < 1 || older > leaves.size()) {
            throw new IndexOutOfBoundsException(older);
        }
        var proof = new ArrayList<byte[]>();
        descend(leaves, older, true, proof);
        return proof;
    }

    private static void descend(List<byte[]> leaves, int older, boolean whole, List<byte[]> proof) {
        if (older == leaves.size()) {
            if (!whole) {
                proof.add(root(leaves));
            }
            return;
        }
        var split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        if (older <= split) {
            descend(left, older, whole, proof);
            proof.add(root(right));
        } else {
            descend(right, older - split, false, proof);
            proof.add(root(left));
        }
    }

    /** The largest power of two that is smaller. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
