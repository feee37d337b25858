package org.portaldesk.api.activation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.api.activation.model.CodeLife.Ended;
import org.portaldesk.api.activation.model.CodeLife.Expired;
import org.portaldesk.api.activation.model.CodeLife.Issued;
import org.portaldesk.api.activation.model.CodeLife.Redeemed;

class CodeLifePropertyTest {

    private static final Instant EPOCH = Instant.parse("2026-11-22T12:00:00Z");

    /** What can happen to a code. */
    enum Happening {
        TIME,
        REDEEM,
        REVOKE,
        SUPERSEDE;

        CodeLife to(CodeLife life, Instant now) {
            return switch (life) {
                case Issued issued ->
                        switch (this) {
                            case TIME -> issued.at(now);
                            case REDEEM -> issued.redeem(now);
                            case REVOKE -> issued.revoke(now, "why");
                            case SUPERSEDE -> issued.supersede(now);
                        };
                case Ended ended -> ended.at(now);
            };
        }
    }

    @Property
    void noPathLeadsFromADeadCodeToALiveOne(
            @ForAll List<Happening> happenings,
            @ForAll @IntRange(min = 1, max = 90) int days,
            @ForAll @IntRange(min = 1, max = 86_400 * 10) int step) {
        CodeLife life = Issued.at(EPOCH, days);
        var now = EPOCH;
        for (var happening : happenings) {
            now = now.plusSeconds(step);
            var next = happening.to(life, now);
            assertThat(life instanceof Ended && !next.equals(life)).isFalse();
            life = next;
        }
    }

    @Property
    void aCodeOpensAnAccountUntilTheLastSecondAndNotAfterIt(
            @ForAll @IntRange(min = 1, max = 90) int days) {
        var code = Issued.at(EPOCH, days);
        var end = EPOCH.plus(Duration.ofHours(24L * days));

        assertThat(code.redeem(end.minusSeconds(1))).isInstanceOf(Redeemed.class);
        assertThat(code.redeem(end)).isEqualTo(new Expired(end));
        assertThat(code.revoke(end.plusSeconds(1), "why")).isEqualTo(new Expired(end));
    }

    @ParameterizedTest
    @CsvSource({
        // Over the autumn change, the spring change, and where there is none.
        "2026-09-17T01:30, America/New_York",
        "2026-09-20T12:00, America/New_York",
        "2027-01-28T02:30, America/New_York",
        "2026-09-20T12:00, America/Phoenix",
        "2027-02-01T12:00, Pacific/Honolulu",
        "2026-09-20T12:00, Australia/Lord_Howe",
    })
    void fortyFiveDaysAreAsLongInEveryZoneAndOverEveryClockChange(String local, String zone) {
        var issuedAt =
                ZonedDateTime.of(java.time.LocalDateTime.parse(local), ZoneId.of(zone)).toInstant();

        assertThat(Duration.between(issuedAt, Issued.at(issuedAt, 45).expiresAt()))
                .isEqualTo(Duration.ofHours(1080));
    }
}
