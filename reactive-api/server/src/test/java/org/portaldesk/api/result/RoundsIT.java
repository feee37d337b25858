package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.CLINICIAN;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.result.ReleaseState;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens by itself: ends of holds and delays on record, once; people told, once an hour. */
class RoundsIT extends ResultIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired private ReleaseRounds rounds;

    @Test
    void aHoldEndsToTheSecondAndIsOnRecordOnce() throws Exception {
        var report = report("58410-2", "LAB", "final", Instant.now());
        var brief = hold();
        var ends = Instant.now().plusSeconds(2);
        brief.put("endsAt", ends.toString());
        done(act(ROI_REVIEWER, report, "hold", brief));
        assertThat(mine()).isEmpty();
        Thread.sleep(Duration.between(Instant.now(), ends).plusMillis(10));

        assertThat(mine()).hasSize(1);
        assertThat(events(report, "RESULT_HOLD_ENDED", 1)).containsExactly("system TIME");
        assertThat(
                        records.text(
                                "SELECT ended_at = ends_at FROM result_hold WHERE result_id = ?",
                                report))
                .isEqualTo("t");
        twoRoundsLater();
        assertThat(events(report, "RESULT_HOLD_ENDED", 1)).hasSize(1);
    }

    @Test
    void theEndOfADelayIsOnRecordOnceWithItsStatute() throws Exception {
        kentucky();
        var due = Instant.now().minus(Duration.ofHours(72)).plusSeconds(2);
        var report = report("11529-5", "PAT", "final", due);
        var early = report("11529-5", "PAT", "final", due);
        var held = report("11529-5", "PAT", "final", due);
        done(act(CLINICIAN, early, "release", null));
        done(act(ROI_REVIEWER, held, "hold", hold()));
        assertThat(desk(report).state()).isEqualTo(ReleaseState.SCHEDULED);

        assertThat(events(report, "RESULT_RELEASED", 1)).containsExactly("system KRS 333.152(2)");
        twoRoundsLater();
        assertThat(events(report, "RESULT_RELEASED", 1)).hasSize(1);
        assertThat(events(early, "RESULT_RELEASED", 1))
                .singleElement()
                .asString()
                .doesNotStartWith("system");
        assertThat(
                        records.texts(
                                "SELECT id FROM audit_event WHERE act = 'RESULT_RELEASED' AND object_id = ?",
                                held.toString()))
                .isEmpty();
    }

    @Test
    void patientAndParentAreToldOnceAnHourAndOnlyOfWhatTheySee() throws Exception {
        report("58410-2", "LAB", "final", Instant.now());
        assertThat(mails(2)).containsExactly("RESULT_NEWS", "RESULT_NEWS");
        report("58410-2", "LAB", "final", Instant.now());
        twoRoundsLater();
        assertThat(mails(2)).hasSize(2);

        anHourLater();
        assertThat(mails(4)).hasSize(4);
        anHourLater();
        report("76499-3", "LAB", "final", Instant.now());
        assertThat(mails(5)).hasSize(5);
        twoRoundsLater();
        assertThat(mails(5)).as("the parent is not told of what is not theirs to see").hasSize(5);
    }

    /** Beside those that come by themselves, so that nobody waits for the clock. */
    private void twoRoundsLater() {
        rounds.round().then(rounds.round()).block();
    }

    private void anHourLater() throws SQLException {
        records.run(
                """
                UPDATE result_notice SET mailed_at = mailed_at - interval '1 hour'
                WHERE account_id IN (
                    SELECT account.id FROM portal_account AS account
                    LEFT JOIN proxy_grant AS g ON g.proxy_person_id = account.proxy_person_id
                    WHERE account.patient_id = ? OR g.patient_id = ?)
                """,
                child.id(),
                child.id());
    }

    /** What was mailed to the family, once there are so many. */
    private List<String> mails(int expected) throws Exception {
        return await(
                expected,
                """
                SELECT kind FROM email_message
                WHERE kind = 'RESULT_NEWS' AND recipient IN (
                    SELECT value FROM patient_contact WHERE patient_id = ? AND kind = 'EMAIL'
                    UNION ALL
                    SELECT email FROM proxy_person JOIN proxy_grant ON proxy_person_id = proxy_person.id
                    WHERE proxy_grant.patient_id = ?)
                """,
                child.id(),
                child.id());
    }

    private List<String> events(UUID result, String act, int expected) throws Exception {
        return await(
                expected,
                "SELECT actor || ' ' || reason FROM audit_event WHERE object_id = ? AND act = ? AND outcome = 'DONE'",
                result.toString(),
                act);
    }

    private List<String> await(int rows, String sql, Object... values) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (records.texts(sql, values).size() >= rows) {
                break;
            }
            Thread.sleep(100);
        }
        return records.texts(sql, values);
    }
}
