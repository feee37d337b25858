package org.portaldesk.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.portaldesk.local.backing.Installation;

/**
 * What the record costs: the API as it is and the API without its record, in turn and the other way
 * round, each under 32 clients. Once they act, and both write to the database; once they only look,
 * and it is the record alone that makes a call write: the worst case. And how long after its act an
 * event is sealed and published under that load. The clients work on the same cores.
 */
final class RecordCost {

    private static final int CLIENTS = 32;
    private static final int ROUNDS = 20;

    /** So many calls of each before any counts: fewer, and the compiler is still at work. */
    private static final int WARM = 30_000;

    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /** Short, as a machine that others share is now quicker and now slower. */
    private static final Duration ROUND = Duration.ofSeconds(3);

    private static final String LAG =
            """
            SELECT count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY lag), percentile_disc(0.99) WITHIN GROUP (ORDER BY lag),
                   max(lag)
            FROM (SELECT extract(epoch FROM published_at - occurred_at) AS lag
                  FROM audit_event, LATERAL (
                      SELECT published_at FROM audit_checkpoint NATURAL JOIN audit_publication
                      WHERE sealed_at >= ?::timestamptz AND (to_epoch, to_xid) > (audit_event.epoch, audit_event.xid)
                      ORDER BY to_epoch, to_xid LIMIT 1) AS sealed
                  WHERE occurred_at >= ?::timestamptz) AS lags
            """;

    private final Installation installation;
    private final Path home;
    private final StaffCalls calls;

    private RecordCost(Installation installation, Path home) throws SQLException {
        this.installation = installation;
        this.home = home;
        this.calls = new StaffCalls(installation, patients());
    }

    /** What one client asks next. */
    private interface Kind {
        HttpRequest call(Api api);
    }

    static void print(Installation installation, Path home)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var cost = new RecordCost(installation, home);
        // A few people ask here for all the others of an hour.
        cost.change(
                """
                INSERT INTO setting (name, effective_from, value, set_by)
                VALUES ('watch.patients-shown-per-hour.him-staff', clock_timestamp(), '1000000', 'bench')
                """);
        try {
            cost.print();
        } finally {
            cost.change("DELETE FROM setting WHERE set_by = 'bench'");
        }
    }

    private void print()
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (var with = Api.asItIs(installation, home);
                var without = Api.withoutRecord(installation, home)) {
            calls.signIn();
            calls.find(with);
            warm(with, without);
            System.out.printf(
                    "%d clients, %d rounds of each after %,d calls%n", CLIENTS, ROUNDS, WARM);
            measure("Acts", calls::act, with, without);
            measure("Looks", calls::look, with, without);
        }
    }

    private void measure(String name, Kind kind, Api with, Api without)
            throws SQLException, InterruptedException, ExecutionException {
        var begin = Instant.now();
        var before = events();
        print(name, rounds(kind, with, without), events() - before);
        printLag(begin);
    }

    /** Calls of one round of each. */
    private record Round(long recorded, long unrecorded) {

        double ratio() {
            return recorded / (double) unrecorded;
        }
    }

    private void warm(Api with, Api without) throws InterruptedException, ExecutionException {
        var recorded = 0L;
        var unrecorded = 0L;
        while (Math.min(recorded, unrecorded) < WARM) {
            calls.signIn();
            for (var kind : List.<Kind>of(calls::act, calls::look)) {
                recorded += recorded < WARM ? load(kind, with, WARM_UP) : 0;
                unrecorded += unrecorded < WARM ? load(kind, without, WARM_UP) : 0;
            }
        }
    }

    /** Every other round the other way round, so that neither always comes first. */
    private List<Round> rounds(Kind kind, Api with, Api without)
            throws InterruptedException, ExecutionException {
        var rounds = new ArrayList<Round>();
        calls.signIn();
        for (var one = 0; one < ROUNDS; one++) {
            var early = load(kind, one % 2 == 0 ? with : without, ROUND);
            var late = load(kind, one % 2 == 0 ? without : with, ROUND);
            rounds.add(one % 2 == 0 ? new Round(early, late) : new Round(late, early));
        }
        return rounds;
    }

    private static void print(String name, List<Round> rounds, long events) {
        var recorded = rounds.stream().mapToLong(Round::recorded).sum();
        var unrecorded = rounds.stream().mapToLong(Round::unrecorded).sum();
        var seconds = (double) ROUND.toSeconds() * rounds.size();
        var ratios = rounds.stream().mapToDouble(Round::ratio).sorted().toArray();
        System.out.printf(
                "%-32s %,10.0f calls/s%n", name + ", with the record", recorded / seconds);
        System.out.printf("%-32s %,10.0f calls/s%n", name + ", without it", unrecorded / seconds);
        System.out.printf(
                "Ratio %.2f, of the middle half of rounds %.2f to %.2f (%,d calls on record, %,d events)%n",
                recorded / (double) unrecorded,
                ratios[ROUNDS / 4],
                ratios[ROUNDS * 3 / 4],
                recorded,
                events);
    }

    private void printLag(Instant begin) throws SQLException, InterruptedException {
        Thread.sleep(Duration.ofSeconds(2));
        try (var database = connect();
                var statement = database.prepareStatement(LAG)) {
            statement.setString(1, begin.toString());
            statement.setString(2, begin.toString());
            var row = statement.executeQuery();
            row.next();
            System.out.printf(
                    "Sealed and published after: median %.2f s, p99 %.2f s, longest %.2f s (%,d events)%n",
                    row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getLong(1));
        }
    }

    /** How many calls were answered well; any other answer ends the bench. */
    private long load(Kind kind, Api api, Duration time)
            throws InterruptedException, ExecutionException {
        var end = Instant.now().plus(time);
        try (var http = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<Long>>();
            Callable<Long> client = () -> client(http, kind, api, end);
            for (var one = 0; one < CLIENTS; one++) {
                clients.add(threads.submit(client));
            }
            var calls = 0L;
            for (var one : clients) {
                calls += one.get();
            }
            return calls;
        }
    }

    private long client(HttpClient http, Kind kind, Api api, Instant end)
            throws IOException, InterruptedException {
        var calls = 0L;
        for (; Instant.now().isBefore(end); calls++) {
            var answer = http.send(kind.call(api), BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.uri().getPath() + ": " + answer.statusCode());
            }
        }
        return calls;
    }

    private List<String> patients() throws SQLException {
        var ids = new ArrayList<String>();
        try (var database = connect();
                var rows =
                        database.createStatement()
                                .executeQuery("SELECT id FROM patient ORDER BY id LIMIT 500")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private long events() throws SQLException {
        try (var database = connect();
                var row =
                        database.createStatement()
                                .executeQuery("SELECT count(*) FROM audit_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (var database = connect();
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        var login = installation.databaseSuperuser();
        return DriverManager.getConnection(
                "jdbc:" + installation.databaseUrl("portaldesk"),
                login.username(),
                login.password());
    }
}
