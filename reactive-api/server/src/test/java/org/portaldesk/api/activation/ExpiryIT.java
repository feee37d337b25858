package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.activation.model.CodeLife;
import org.portaldesk.api.platform.Facility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A code's end, to the second, wherever the hospital stands: a zone of half-hour clock changes, one
 * that counts its winter as the exception, one without changes and the default.
 */
class ExpiryIT {

    @Nested
    @TestPropertySource(properties = "portal-desk.facility.zone=America/New_York")
    class InNewYork extends Expiry {}

    @Nested
    @TestPropertySource(properties = "portal-desk.facility.zone=Australia/Lord_Howe")
    class OnLordHoweIsland extends Expiry {}

    @Nested
    @TestPropertySource(properties = "portal-desk.facility.zone=Europe/Dublin")
    class InDublin extends Expiry {}

    @Nested
    @TestPropertySource(properties = "portal-desk.facility.zone=America/Phoenix")
    class InPhoenix extends Expiry {}

    abstract static class Expiry extends PortalIT {

        /**
         * What a request may take at most, so that the accepted one is not late on a slow machine.
         */
        private static final int LEEWAY_SECONDS = 5;

        @Autowired private Facility facility;

        @Test
        void aCodeWorksInItsLastSecondsAndNotAtItsEnd() throws SQLException {
            var late = Person.adult(database);
            var lateCode = issue(late);
            livedFor(lateCode, "1080 hours");
            refusal(wish(late, lateCode));
            assertThat(stateOf(lateCode)).isNotEqualTo("REDEEMED");

            var early = Person.adult(database);
            var earlyCode = issue(early);
            livedFor(earlyCode, "1080 hours -" + LEEWAY_SECONDS + " seconds");
            post(wish(early, earlyCode)).expectStatus().isCreated();
        }

        @Test
        void bothClockChangesLeaveItFortyFiveTimesTwentyFourHours() throws SQLException {
            for (var issued : new String[] {"2026-03-05T02:30", "2026-10-20T01:30"}) {
                lasts1080Hours(LocalDateTime.parse(issued), facility.zone());
            }
        }

        /** The database, asked in the hospital's own zone, counts as the model does. */
        private void lasts1080Hours(LocalDateTime issued, ZoneId zone) throws SQLException {
            var moment = issued.atZone(zone).toInstant();
            var end = CodeLife.Issued.at(moment, 45).expiresAt();
            Sql.run(database, "SET timezone = '" + zone + "'");
            var counted =
                    Sql.one(
                            database,
                            "SELECT extract(epoch FROM ?::timestamptz - ?::timestamp AT TIME ZONE ?)::bigint",
                            end.toString(),
                            issued.toString(),
                            zone.toString());
            assertThat(Long.parseLong(counted)).isEqualTo(Duration.ofDays(45).toSeconds());
        }

        private void livedFor(Issued code, String age) throws SQLException {
            Sql.run(
                    database,
                    """
                    UPDATE activation_code
                    SET issued_at = clock_timestamp() - ?::interval,
                        expires_at = clock_timestamp() - ?::interval + interval '1080 hours'
                    WHERE id = ?
                    """,
                    age,
                    age,
                    code.id());
        }
    }
}
