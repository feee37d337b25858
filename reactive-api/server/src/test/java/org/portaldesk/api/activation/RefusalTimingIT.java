package org.portaldesk.api.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.api.Timings.chanceThatFirstIsLonger;
import static org.portaldesk.api.Timings.median;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * Whether the time of a refusal says what was wrong. The measure is the chance that of two
 * refusals, one of each kind, the one of the first kind took longer: a half says nothing.
 */
@TestPropertySource(properties = "test.real-pace=true")
class RefusalTimingIT extends PortalIT {

    private static final int EACH = 100;

    /** Nearly four times what chance alone makes of so few. */
    private static final double CHANCE = 0.15;

    @Test
    void theTimeOfARefusalDoesNotSayWhatWasWrong() throws SQLException {
        for (var warmUp = 0; warmUp < 10; warmUp++) {
            millis("127.41.0." + (warmUp + 1), unknown());
        }
        List<Map<String, Object>> wishes = new ArrayList<>();
        for (var i = 0; i < EACH; i++) {
            wishes.add(wrongFact());
        }
        List<Double> unknown = new ArrayList<>();
        List<Double> wrongFact = new ArrayList<>();
        for (var i = 0; i < EACH; i++) {
            // Each kind comes first as often as the other.
            if (i % 2 == 0) {
                unknown.add(millis(address(42, i), unknown()));
            }
            wrongFact.add(millis(address(43, i), wishes.get(i)));
            if (i % 2 == 1) {
                unknown.add(millis(address(42, i), unknown()));
            }
        }

        var longer = chanceThatFirstIsLonger(wrongFact, unknown);
        System.out.printf(
                "Refusals: a wrong fact takes longer than an unknown code with chance %.3f; medians %.1f and %.1f ms%n",
                longer, median(wrongFact), median(unknown));
        assertThat(longer).isBetween(0.5 - CHANCE, 0.5 + CHANCE);
    }

    private static String address(int net, int number) {
        return "127." + net + "." + number / 250 + "." + (number % 250 + 1);
    }

    private static Map<String, Object> unknown() {
        return wish(
                new Person(new UUID(0, 0), LocalDate.of(1970, 6, 22), "4786", "", ""),
                "ZZZZZ-ZZZZZ-ZZZZZ",
                fresh());
    }

    private Map<String, Object> wrongFact() throws SQLException {
        var person = Person.adult(database);
        return with(wish(person, issue(person)), "ssnLast4", "0000");
    }

    private double millis(String address, Map<String, Object> wish) {
        var start = System.nanoTime();
        from(address, wish).expectStatus().isEqualTo(422).expectBody().returnResult();
        return (System.nanoTime() - start) / 1e6;
    }
}
