package org.portaldesk.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
import java.util.concurrent.ThreadLocalRandom;
import org.portaldesk.local.backing.DemoStaff;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.signin.BrowserSignIn;

/**
 * What the record costs: the API as it is and the API without its record, in turn and the other way
 * round, each under 32 clients that look at patients, search and reveal fields. And how long after
 * its act an event is sealed and published under that load. The clients work on the same cores.
 */
final class RecordCost {

    private static final int CLIENTS = 32;
    private static final int ROUNDS = 30;

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
    private final List<String> patients;
    private String reader = "";
    private String agent = "";

    private RecordCost(Installation installation, Path home) throws SQLException {
        this.installation = installation;
        this.home = home;
        this.patients = patients();
    }

    static void print(Installation installation, Path home)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        new RecordCost(installation, home).print();
    }

    private void print()
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (var with = Api.asItIs(installation, home);
                var without = Api.withoutRecord(installation, home)) {
            warm(with, without);
            var begin = Instant.now();
            var before = events();
            print(rounds(with, without), events() - before);
            printLag(begin);
        }
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
            signIn();
            recorded += recorded < WARM ? load(with, WARM_UP) : 0;
            unrecorded += unrecorded < WARM ? load(without, WARM_UP) : 0;
        }
    }

    /** Every other round the other way round, so that neither always comes first. */
    private List<Round> rounds(Api with, Api without)
            throws InterruptedException, ExecutionException {
        var rounds = new ArrayList<Round>();
        signIn();
        for (var one = 0; one < ROUNDS; one++) {
            var early = load(one % 2 == 0 ? with : without, ROUND);
            var late = load(one % 2 == 0 ? without : with, ROUND);
            rounds.add(one % 2 == 0 ? new Round(early, late) : new Round(late, early));
        }
        return rounds;
    }

    private static void print(List<Round> rounds, long events) {
        var recorded = rounds.stream().mapToLong(Round::recorded).sum();
        var unrecorded = rounds.stream().mapToLong(Round::unrecorded).sum();
        var seconds = (double) ROUND.toSeconds() * rounds.size();
        var ratios = rounds.stream().mapToDouble(Round::ratio).sorted().toArray();
        System.out.printf("%d clients, %d rounds of each after %,d calls%n", CLIENTS, ROUNDS, WARM);
        System.out.printf("%-32s %,10.0f calls/s%n", "With the record", recorded / seconds);
        System.out.printf("%-32s %,10.0f calls/s%n", "Without it", unrecorded / seconds);
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

    /** How many calls were answered with 200; any other answer ends the bench. */
    private long load(Api api, Duration time) throws InterruptedException, ExecutionException {
        var end = Instant.now().plus(time);
        try (var http = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<Long>>();
            Callable<Long> client = () -> client(http, api, end);
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

    private long client(HttpClient http, Api api, Instant end)
            throws IOException, InterruptedException {
        var calls = 0L;
        for (; Instant.now().isBefore(end); calls++) {
            var answer = http.send(call(api), BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.uri().getPath() + ": " + answer.statusCode());
            }
        }
        return calls;
    }

    private HttpRequest call(Api api) {
        var random = ThreadLocalRandom.current();
        var patient = patients.get(random.nextInt(patients.size()));
        return switch (random.nextInt(5)) {
            case 0 -> post(api, "/api/patients/search", reader, "{\"q\": \"sm\", \"limit\": 5}");
            case 1 ->
                    post(
                            api,
                            "/api/patients/" + patient + "/reveal",
                            agent,
                            "{\"field\": \"ADDRESS\", \"reason\": \"bench\"}");
            default ->
                    HttpRequest.newBuilder(api.at("/api/patients/" + patient))
                            .header("Authorization", "Bearer " + reader)
                            .build();
        };
    }

    private static HttpRequest post(Api api, String path, String token, String json) {
        return HttpRequest.newBuilder(api.at(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    /** Tokens end after minutes; nobody's time counts while they are taken. */
    private void signIn() {
        reader = token("him-staff");
        agent = token("support-agent");
    }

    private String token(String role) {
        var member =
                new DemoStaff(installation.secrets())
                        .all().stream()
                                .filter(one -> one.roles().contains(role))
                                .findFirst()
                                .orElseThrow();
        return new BrowserSignIn(
                        installation.keycloakUrl(),
                        "staff",
                        "api-docs",
                        "http://127.0.0.1/signed-in")
                .signIn(member.username(), member.password())
                .accessToken();
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
        if (ids.isEmpty()) {
            throw new IllegalStateException("there are no patients to look at");
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

    private Connection connect() throws SQLException {
        var login = installation.databaseSuperuser();
        return DriverManager.getConnection(
                "jdbc:" + installation.databaseUrl("portaldesk"),
                login.username(),
                login.password());
    }
}
