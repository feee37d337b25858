package org.portaldesk.api.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.Plans;
import org.portaldesk.api.platform.Caller;

/** What every instance asks each second must not be planned anew each second. */
class RoundPlanIT extends ApiIT {

    private static final String SYSTEM = Caller.system("Release of results", "plan").asJson();

    static Stream<Arguments> asked() {
        return Stream.of(
                arguments(RoundSql.HOLDS_ENDED, List.of(SYSTEM)),
                arguments(RoundSql.DELAYS_ENDED, List.of(SYSTEM)),
                arguments(RoundSql.NEWS_TAKEN, List.of(SYSTEM, "America/New_York")),
                arguments(RoundSql.NEWS_TOLD, List.of(SYSTEM)));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void aRoundKeepsItsPlan(String sql, List<String> values) throws SQLException {
        try (var database = superuser()) {
            assertThat(Plans.keeps(database, sql, values)).isTrue();
        }
    }
}
