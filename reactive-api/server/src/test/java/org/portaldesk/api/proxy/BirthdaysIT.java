package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.api.proxy.Records.Person;
import org.portaldesk.api.proxy.model.GrantTerms;
import org.portaldesk.api.proxy.model.Rules;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ProxyKind;

/** The database judges grants as the model does, to the moment. */
class BirthdaysIT extends ProxyIT {

    private static final List<String> ZONES = List.of("America/New_York", "Pacific/Honolulu");

    private Person child;
    private UUID grant;

    @BeforeEach
    void grant() throws SQLException {
        child = records.born(aged(7, 10));
        grant = granted(child, "MINOR").grant();
        records.run("UPDATE proxy_grant SET ends_at = NULL WHERE id = ?", grant);
    }

    @ParameterizedTest(name = "born {0}, birthday {1}: {2} → {3}, under 12: {4} → {5}")
    @CsvSource({
        "2014-06-22, 2026-06-22, MINOR_FULL,    MINOR_FULL,    MINOR_FULL,    MINOR_LIMITED",
        "2013-06-22, 2026-06-22, MINOR_FULL,    MINOR_LIMITED, MINOR_LIMITED, MINOR_LIMITED",
        "2008-06-22, 2026-06-22, MINOR_LIMITED, NONE,          MINOR_LIMITED, NONE",
        "2012-02-29, 2025-03-01, MINOR_FULL,    MINOR_LIMITED, MINOR_LIMITED, MINOR_LIMITED",
        "2008-02-29, 2026-03-01, MINOR_LIMITED, NONE,          MINOR_LIMITED, NONE",
        "2016-02-29, 2028-02-29, MINOR_FULL,    MINOR_FULL,    MINOR_FULL,    MINOR_LIMITED",
    })
    void accessSwitchesAtMidnightInBothZonesUnderBothPolicies(
            LocalDate born,
            LocalDate birthday,
            AccessClass before,
            AccessClass after,
            AccessClass beforeUnder12,
            AccessClass afterUnder12)
            throws SQLException {
        records.run("UPDATE patient SET birth_date = ? WHERE id = ?", born, child.id());
        for (var zone : ZONES) {
            var midnight = birthday.atStartOfDay(ZoneId.of(zone)).toInstant();
            var justBefore = midnight.minusMillis(1);
            assertThat(judged(justBefore, zone, "APPROVED")).startsWith(before.name());
            assertThat(judged(midnight, zone, "APPROVED")).startsWith(after.name());
            assertThat(judged(justBefore, zone, "PATTERN")).startsWith(beforeUnder12.name());
            assertThat(judged(midnight, zone, "PATTERN")).startsWith(afterUnder12.name());
        }
    }

    @Test
    void theDatabaseAndTheModelAgreeOnRandomPeopleAndMoments() throws SQLException {
        var random = new Random(4_711);
        var areas = Rules.FULL_TO_12.adultAreas();
        for (var i = 0; i < 1_000; i++) {
            var born = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(8_000));
            var moment =
                    LocalDate.of(2024, 1, 1)
                            .atStartOfDay()
                            .plusMinutes(random.nextInt(3 * 366 * 24 * 60))
                            .toInstant(ZoneOffset.UTC);
            var zone = ZONES.get(random.nextInt(2));
            var pattern = random.nextBoolean();
            records.run("UPDATE patient SET birth_date = ? WHERE id = ?", born, child.id());

            assertThat(judged(moment, zone, pattern ? "PATTERN" : "APPROVED"))
                    .as("born %s at %s in %s", born, moment, zone)
                    .isEqualTo(model(born, moment, zone, pattern, areas));
        }
    }

    private static String model(
            LocalDate born,
            Instant moment,
            String zone,
            boolean pattern,
            Map<Area, AreaAccess> areas) {
        PolicyRules rules = pattern ? Rules.FULL_UNDER_12 : Rules.FULL_TO_12;
        var effect =
                new GrantTerms(
                                ProxyKind.MINOR,
                                AccessClass.MINOR_FULL,
                                false,
                                areas,
                                born,
                                false,
                                null)
                        .at(moment, ZoneId.of(zone), rules);
        return (effect.accessClass() + " " + effect.areas())
                .replaceAll("[{},]", "")
                .replace('=', ':')
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    /** Class and areas in their own order, by the shipped policy in that state. */
    private String judged(Instant moment, String zone, String policy) throws SQLException {
        return records.text(
                """
                SELECT trim(access_class || ' ' || coalesce(
                    (SELECT string_agg(key || ':' || value, ' '
                            ORDER BY array_position('{RESULTS,NOTES,MEDICATIONS,VISITS,MESSAGES,BILLING}', key))
                     FROM jsonb_each_text(areas)), ''))
                FROM (SELECT rules FROM policy WHERE proposed_by = 'product' AND state = ?) AS shipped,
                     proxy_grant_at(?::timestamptz, ?, shipped.rules)
                WHERE grant_id = ?
                """,
                policy,
                moment.toString(),
                zone,
                grant);
    }
}
