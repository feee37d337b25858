package org.portaldesk.seal;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.portaldesk.seal.RecordCheck.Span;
import org.portaldesk.seal.RecordCheck.Stored;

/**
 * Reads the record and its checkpoints by JDBC. Most of a check is PostgreSQL putting rows into
 * words: two connections that see the same let it use two processors.
 */
final class RecordReader implements AutoCloseable {

    /** Rows that are on their way, or being hashed, at once. */
    private static final int FETCH = 2_000;

    /** One, or two that see the same. */
    private final List<Connection> connections;

    private final long claimed;

    private RecordReader(List<Connection> connections, long claimed) {
        this.connections = connections;
        this.claimed = claimed;
    }

    /** Makes a connection of its own. */
    interface Connecting {
        Connection connect() throws SQLException;
    }

    /** By two connections; closing it closes them. */
    static RecordReader of(Connecting database) throws SQLException {
        var first = repeatable(database);
        try {
            var claimed = claimed(first);
            // What is read from here on was there when the published ones were read, or is newer.
            first.commit();
            return new RecordReader(List.of(first, beside(first, database)), claimed);
        } catch (SQLException e) {
            first.close();
            throw e;
        }
    }

    /** By somebody's own connection, which they close. */
    static RecordReader by(Connection database) throws SQLException {
        return new RecordReader(List.of(database), claimed(database));
    }

    private static Connection repeatable(Connecting database) throws SQLException {
        var connection = database.connect();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /** Another that sees what the first one sees. */
    private static Connection beside(Connection first, Connecting database) throws SQLException {
        var second = repeatable(database);
        try (var exporting = first.createStatement();
                var snapshot = exporting.executeQuery("SELECT pg_export_snapshot()");
                var importing = second.createStatement()) {
            snapshot.next();
            importing.execute("SET TRANSACTION SNAPSHOT '" + snapshot.getString(1) + "'");
            return second;
        } catch (SQLException e) {
            second.close();
            throw e;
        }
    }

    private static long claimed(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(RecordSql.CLAIMED)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Up to which number the database says that checkpoints were published. */
    long claimed() {
        return claimed;
    }

    /** The next checkpoints after a number; none at the end. */
    List<Stored> checkpoints(long after) throws SQLException {
        try (var statement = connections.getFirst().prepareStatement(RecordSql.CHECKPOINTS)) {
            statement.setLong(1, after);
            var page = new ArrayList<Stored>();
            for (var row = statement.executeQuery(); row.next(); ) {
                page.add(new Stored(row.getLong(1), row.getString(2), row.getBytes(3)));
            }
            return page;
        }
    }

    /** The rows of spans that follow each other, in the order of the record. */
    List<SealedRow> rows(List<Span> spans) throws SQLException {
        if (spans.size() == 1 || connections.size() == 1) {
            return rows(
                    connections.getFirst(),
                    new Span(spans.getFirst().from(), spans.getLast().to()));
        }
        var late =
                supplyAsync(
                        () -> unchecked(connections.getLast(), spans.getLast()),
                        Thread::startVirtualThread);
        var rows = new ArrayList<>(rows(connections.getFirst(), spans.getFirst()));
        try {
            rows.addAll(late.join());
            return rows;
        } catch (CompletionException e) {
            throw e.getCause() instanceof SQLException failure ? failure : new SQLException(e);
        }
    }

    private static List<SealedRow> unchecked(Connection database, Span span) {
        try {
            return rows(database, span);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static List<SealedRow> rows(Connection database, Span span) throws SQLException {
        try (var statement = database.prepareStatement(RecordSql.ROWS)) {
            statement.setFetchSize(FETCH);
            statement.setInt(1, span.from().epoch());
            statement.setString(2, Long.toUnsignedString(span.from().xid()));
            statement.setInt(3, span.to().epoch());
            statement.setString(4, Long.toUnsignedString(span.to().xid()));
            return hashed(statement.executeQuery());
        }
    }

    /** A row as it was read. */
    private record Text(int epoch, String xid, UUID id, String content) {

        SealedRow hashed() {
            return SealedRow.of(epoch, Long.parseUnsignedLong(xid), id, content);
        }
    }

    /** Hashes what has come while PostgreSQL makes what comes next. */
    private static List<SealedRow> hashed(ResultSet row) throws SQLException {
        var hashed = new ArrayList<CompletableFuture<List<SealedRow>>>();
        for (var some = some(row); !some.isEmpty(); some = some(row)) {
            var texts = some;
            hashed.add(supplyAsync(() -> texts.stream().map(Text::hashed).toList()));
        }
        return hashed.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
    }

    private static List<Text> some(ResultSet row) throws SQLException {
        var some = new ArrayList<Text>(FETCH);
        while (some.size() < FETCH && row.next()) {
            some.add(
                    new Text(
                            row.getInt(1),
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            row.getString(4)));
        }
        return some;
    }

    /** Ends what {@link #of} began. */
    @Override
    public void close() throws SQLException {
        for (var one : connections) {
            one.close();
        }
    }
}
