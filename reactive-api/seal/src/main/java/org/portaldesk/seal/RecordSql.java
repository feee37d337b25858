package org.portaldesk.seal;

/**
 * How the record and its checkpoints are read, whoever checks them. Parameters as JDBC has them.
 */
public final class RecordSql {

    /** Bytes of kept rows that one page may bring: some 20,000 rows. */
    private static final int PAGE_BYTES = SealedRow.BYTES * 20_000;

    /** Up to which number checkpoints stand outside the database, as that says. */
    public static final String CLAIMED =
            "SELECT coalesce(max(number), 0) AS claimed FROM audit_publication";

    /**
     * The next checkpoints after a number: {@code number, note, rows}. One at least, however large.
     */
    public static final String CHECKPOINTS =
            """
            SELECT number, note, rows
            FROM (SELECT number, note, rows, sum(octet_length(rows)) OVER (ORDER BY number) AS bytes,
                         row_number() OVER (ORDER BY number) AS place
                  FROM (SELECT * FROM audit_checkpoint WHERE number > ? ORDER BY number LIMIT 200) AS next) AS page
            WHERE bytes <= %d OR place = 1
            ORDER BY number
            """
                    .formatted(PAGE_BYTES);

    /** The rows from one horizon up to another, each as epoch and transaction. */
    public static final String ROWS =
            "SELECT epoch, xid::text AS xid, id, "
                    + SealedRow.CONTENT
                    + " AS content FROM audit_event WHERE (epoch, xid) >= (?, ?::text::xid8) AND (epoch, xid) < (?, ?::text::xid8) ORDER BY "
                    + SealedRow.ORDER;

    /** The same to be copied out, which takes no parameters. The casts hold the form of a row. */
    private static final String COPY =
            "COPY (SELECT epoch::int4, xid::xid8, id::uuid, "
                    + SealedRow.CONTENT
                    + " FROM audit_event WHERE (epoch, xid) >= (%d, '%s'::xid8) AND (epoch, xid) < (%d, '%s'::xid8) ORDER BY "
                    + SealedRow.ORDER
                    + ") TO STDOUT (FORMAT binary)";

    private RecordSql() {}

    /** {@link #ROWS} of a span as a copy in binary form. */
    static String copy(RecordCheck.Span span) {
        return COPY.formatted(
                span.from().epoch(),
                Long.toUnsignedString(span.from().xid()),
                span.to().epoch(),
                Long.toUnsignedString(span.to().xid()));
    }

    /** The same text with {@code $1} and so on. */
    public static String numbered(String sql) {
        var numbered = new StringBuilder();
        var number = 0;
        for (var part : sql.splitWithDelimiters("\\?", 0)) {
            numbered.append(part.equals("?") ? "$" + ++number : part);
        }
        return numbered.toString();
    }
}
