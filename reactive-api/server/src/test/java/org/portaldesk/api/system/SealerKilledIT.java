package org.portaldesk.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.portaldesk.seal.RecordCheck;
import org.portaldesk.seal.VerifyAudit;

/**
 * Two sealers work on one record, under load; one after the other is killed, a hundred times, in
 * the middle of whatever it does. Each time the record is checked as it stands: nobody has bent it,
 * so nothing may be found.
 */
class SealerKilledIT {

    private static final int KILLS = 100;
    private static final int LONGEST_LIFE_MILLIS = 600;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void aHundredKillsAndNotOneFalseAlarm() throws Exception {
        var record = LargeRecord.empty();
        try (var one = SealerChild.start(record.sealerEnvironment());
                var other = SealerChild.start(record.sealerEnvironment());
                var load = RecordLoad.on(record.postgres())) {
            for (var kill = 0; kill < KILLS; kill++) {
                kill(kill % 2 == 0 ? one : other);
                var report = VerifyAudit.report(record.verifierEnvironment());
                assertThat(report.findings()).as("after kill %d", kill + 1).isEmpty();
            }
            var written = load.end();
            var report = allSealed(record);
            assertThat(report.checked()).isEqualTo(written);
            System.out.printf(
                    "%d kills, %,d events in %,d checkpoints, 0 alarms%n",
                    KILLS, written, record.checkpoints().size());
        } finally {
            record.postgres().close();
        }
    }

    private static void kill(SealerChild sealer) throws Exception {
        sealer.awaitReady();
        Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_LIFE_MILLIS));
        sealer.kill();
        sealer.revive();
    }

    /** Everything that was committed is in the record as it was sealed, once. */
    private static RecordCheck.Report allSealed(LargeRecord record) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        RecordCheck.Report report;
        do {
            report = VerifyAudit.report(record.verifierEnvironment());
            assertThat(report.findings()).isEmpty();
        } while (report.checked() < events(record) && Instant.now().isBefore(end));
        return report;
    }

    private static long events(LargeRecord record) throws SQLException {
        try (var database = record.superuser();
                var row =
                        database.createStatement()
                                .executeQuery("SELECT count(*) FROM audit_event")) {
            row.next();
            return row.getLong(1);
        }
    }
}
