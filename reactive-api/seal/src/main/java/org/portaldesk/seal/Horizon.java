package org.portaldesk.seal;

/**
 * Up to where the record is sealed: every row below it, and none at or above it.
 *
 * @param epoch counts the restores of the database
 * @param xid the first transaction that is not sealed
 */
public record Horizon(int epoch, long xid) implements Comparable<Horizon> {

    /** Below every row. */
    public static final Horizon START = new Horizon(0, 0);

    /** Whether the row lies below. */
    public boolean covers(SealedRow row) {
        return compareTo(new Horizon(row.epoch(), row.xid())) > 0;
    }

    static Horizon parse(String text) {
        var parts = text.split("/", 2);
        return new Horizon(Integer.parseInt(parts[0]), Long.parseUnsignedLong(parts[1]));
    }

    @Override
    public int compareTo(Horizon other) {
        return epoch == other.epoch
                ? Long.compareUnsigned(xid, other.xid)
                : Integer.compare(epoch, other.epoch);
    }

    @Override
    public String toString() {
        return epoch + "/" + Long.toUnsignedString(xid);
    }
}
