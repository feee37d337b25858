package org.portaldesk.api.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.springframework.beans.factory.annotation.Autowired;

class PolicyIT extends ApiIT {

    private static final Setting<Integer> NUMBER = Setting.number("policy-it.number", 1, 1, 100);
    private static final Duration LATE = Duration.ofMillis(3500);

    @Autowired private Policy policy;

    @Test
    void theNewestRowWhoseTimeHasComeCounts() throws Exception {
        assertThat(number()).isEqualTo(1);
        set(2, "-2 days");
        set(3, "-1 day");
        set(4, "1 day");

        Thread.sleep(LATE);

        assertThat(number()).isEqualTo(3);
    }

    private int number() {
        return Objects.requireNonNull(policy.inForce().block()).get(NUMBER);
    }

    private static void set(int value, String from) throws SQLException {
        try (var database = superuser();
                var insert =
                        database.prepareStatement(
                                """
                                INSERT INTO setting (name, effective_from, value, set_by)
                                VALUES ('policy-it.number', now() + ?::interval, to_jsonb(?), 'test')
                                """)) {
            insert.setString(1, from);
            insert.setInt(2, value);
            insert.executeUpdate();
        }
    }
}
