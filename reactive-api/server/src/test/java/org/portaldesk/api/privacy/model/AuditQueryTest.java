package org.portaldesk.api.privacy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditQueryTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void aDayBeginsWhereTheHouseIs() {
        var query = query("ge2026-11-22", "lt2026-11-23T00:00:00Z");
        assertThat(query.from()).isEqualTo(Instant.parse("2026-11-22T05:00:00Z"));
        assertThat(query.to()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(query.patient()).isEqualTo("p1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22", "eq2026-11-22", "ge", "geyesterday", "ge2026-11-22T10:00:00"})
    void whatIsNeitherFromNorToIsRefused(String date) {
        assertThatThrownBy(() -> query(date)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoBeginningsAreRefused() {
        assertThatThrownBy(() -> query("ge2026-11-22", "ge2026-11-23"))
                .hasMessage("may have one ge and one lt");
    }

    private static AuditQuery query(String... dates) {
        return AuditQuery.of("Patient/p1", null, List.of(dates), NEW_YORK);
    }
}
