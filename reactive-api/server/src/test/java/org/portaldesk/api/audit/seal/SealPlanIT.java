package org.portaldesk.api.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.Plans;

/**
 * What the sealer asks four times a second, and the privacy officer's desk, must not grow with the
 * record.
 */
class SealPlanIT extends ApiIT {

    static List<String> asked() {
        return List.of(SealStore.NEXT, CheckStore.HEALTH, CheckStore.SEALED);
    }

    @ParameterizedTest
    @MethodSource("asked")
    void theSealIsFoundWithoutReadingTheWholeRecord(String sql) throws SQLException {
        try (var database = superuser()) {
            assertThat(Plans.wholeScans(database, sql))
                    .noneMatch(line -> line.contains("audit_event"));
        }
    }
}
