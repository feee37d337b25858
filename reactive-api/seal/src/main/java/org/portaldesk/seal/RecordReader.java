package org.portaldesk.seal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.portaldesk.seal.RecordCheck.Span;
import org.portaldesk.seal.RecordCheck.Stored;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** Reads the record and its checkpoints from PostgreSQL, as its transaction sees them. */
final class RecordReader {

    private final Connection database;

    RecordReader(Connection database) {
        this.database = database;
    }

    /** Up to which number the database says that checkpoints were published. */
    long claimed() throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(RecordSql.CLAIMED)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The next checkpoints after a number; none at the end. */
    List<Stored> checkpoints(long after) throws SQLException {
        try (var statement = database.prepareStatement(RecordSql.CHECKPOINTS)) {
            statement.setLong(1, after);
            var page = new ArrayList<Stored>();
            for (var row = statement.executeQuery(); row.next(); ) {
                page.add(new Stored(row.getLong(1), row.getString(2), row.getBytes(3)));
            }
            return page;
        }
    }

    /**
     * The rows of a span, in the order of the record. A copy, not a query: PostgreSQL goes on
     * making rows into words while those that have come are hashed, and no row becomes an object of
     * the driver's on the way.
     */
    List<SealedRow> rows(Span span) throws IOException, SQLException {
        var server = database.unwrap(PGConnection.class);
        try (var copy = new RowCopy(new PGCopyInputStream(server, RecordSql.copy(span)))) {
            var rows = new ArrayList<SealedRow>();
            for (var row = copy.next(); row.isPresent(); row = copy.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }
}
