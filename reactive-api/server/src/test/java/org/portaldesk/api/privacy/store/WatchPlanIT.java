package org.portaldesk.api.privacy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.Plans;

/** What the watch rules ask every few seconds must not grow with the record. */
class WatchPlanIT extends ApiIT {

    @Test
    void aRoundLooksAtWhatIsNewOnly() throws SQLException {
        try (var database = superuser()) {
            assertThat(Plans.wholeScans(database, WatchSql.LOOK))
                    .noneMatch(line -> line.contains("audit_event"));
        }
    }
}
