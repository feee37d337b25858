package org.portaldesk.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.result.ResultIT;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Readers and staff at the same time, over and over: no read that starts after the acknowledgement
 * of a hold or of a revocation shows the item.
 */
class ReadingRaceIT extends ResultIT {

    private static final int READS = 5_000;
    private static final int READERS = 6;

    /** So many reads begin after each acknowledgement before the item is shown again. */
    private static final int AFTER_EACH = 10;

    /** One read, in nanoseconds of this machine. */
    private record Read(long started, long ended, boolean shown) {}

    /** From the acknowledgement until somebody asked for the item to be shown again. */
    private record Hidden(long from, long until) {}

    @Test
    void noReadThatStartsAfterAHoldIsAcknowledgedShowsTheItem() throws Exception {
        var result = report("58410-2", "LAB", "final", Instant.now());
        var all = hold();
        all.put("withheldFrom", Map.of("patient", true, "proxies", "ALL"));
        all.put("basis", "DATA_ERROR");
        all.remove("harmType");

        race(
                "hold",
                () -> !mine().isEmpty(),
                () -> {
                    done(act(ROI_REVIEWER, result, "hold", all));
                    return null;
                },
                () -> {
                    done(act(ROI_REVIEWER, result, "end-hold", Map.of("reason", "again")));
                    return null;
                });
    }

    @Test
    void noReadThatStartsAfterARevocationIsAcknowledgedShowsTheItem() throws Exception {
        report("58410-2", "LAB", "final", Instant.now());

        race(
                "revoke",
                () -> status(parent.portal(), theirPath()) == 200,
                () -> {
                    var end = "/api/proxy-grants/%s/end".formatted(parent.grant());
                    as(ROI_REVIEWER)
                            .post()
                            .uri(end)
                            .bodyValue(Map.of("reason", "Revoked by the patient"))
                            .exchange()
                            .expectStatus()
                            .isOk();
                    return null;
                },
                this::restored);
    }

    private void race(String what, BooleanSupplier read, Callable<Void> hide, Callable<Void> show)
            throws Exception {
        var over = new AtomicBoolean();
        var ended = new LongAdder();
        var hidden = new ArrayList<Hidden>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = readers(threads, read, ended, over);
            var random = new Random(7);
            for (var cycle = 0; cycle < READS / AFTER_EACH; cycle++) {
                hide.call();
                var from = System.nanoTime();
                // Those that were under way end first.
                await(ended, READERS + AFTER_EACH);
                hidden.add(new Hidden(from, System.nanoTime()));
                show.call();
                Thread.sleep(random.nextInt(30));
            }
            over.set(true);
            judge(what, all(readers), hidden);
        }
    }

    private static void await(LongAdder ended, int more) throws InterruptedException {
        var enough = ended.sum() + more;
        while (ended.sum() < enough) {
            Thread.sleep(1);
        }
    }

    private static void judge(String what, List<Read> reads, List<Hidden> hidden) {
        var after = 0;
        for (var one : reads) {
            var inside =
                    hidden.stream()
                            .anyMatch(
                                    span ->
                                            one.started() >= span.from()
                                                    && one.ended() <= span.until());
            if (inside) {
                after++;
                assertThat(one.shown()).isFalse();
            }
        }
        var shown = reads.stream().filter(Read::shown).count();
        System.out.printf(
                "%s: %d reads, %d of them after an acknowledgement, %d showed the item%n",
                what, reads.size(), after, shown);
        assertThat(after).as("reads after an acknowledgement").isGreaterThanOrEqualTo(READS);
        assertThat(shown).as("reads that showed it").isPositive();
    }

    private static List<Future<List<Read>>> readers(
            ExecutorService threads, BooleanSupplier read, LongAdder ended, AtomicBoolean over) {
        var readers = new ArrayList<Future<List<Read>>>();
        for (var reader = 0; reader < READERS; reader++) {
            readers.add(threads.submit(() -> reading(read, ended, over)));
        }
        return readers;
    }

    private static List<Read> reading(BooleanSupplier read, LongAdder ended, AtomicBoolean over) {
        var reads = new ArrayList<Read>();
        while (!over.get()) {
            var started = System.nanoTime();
            var shown = read.getAsBoolean();
            reads.add(new Read(started, System.nanoTime(), shown));
            ended.increment();
        }
        return reads;
    }

    private static List<Read> all(List<Future<List<Read>>> readers) throws Exception {
        var reads = new ArrayList<Read>();
        for (var reader : readers) {
            reads.addAll(reader.get());
        }
        return reads;
    }

    private static int status(WebTestClient portal, String path) {
        return portal.get().uri(path).exchange().returnResult(String.class).getStatus().value();
    }

    /** As no API may do: a grant does not come back. */
    private Void restored() throws SQLException {
        try (var database = superuser();
                var statement = database.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(
                    """
                    UPDATE proxy_grant SET state = 'ACTIVE', ended_at = NULL, ended_by = NULL, end_reason = NULL
                    WHERE id = '%s'
                    """
                            .formatted(parent.grant()));
        }
        return null;
    }
}
