package org.portaldesk.api.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.api.Timings.chanceThatFirstIsLonger;
import static org.portaldesk.api.Timings.median;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.account.Member;

/** Whether the time of an answer says that it was right. */
class AnswerTimingIT extends DeskIT {

    private static final String RIGHT_ADDRESS = "1200 N Main St, Hartford";
    private static final String WRONG_ADDRESS = "1300 S Elm Av, Danbury";
    private static final int EACH = 150;
    private static final int WARM_UP = 40;

    /** More than three times what chance alone makes of so few. */
    private static final double CHANCE = 0.12;

    @Test
    void theTimeOfAnAnswerDoesNotSayWhetherItWasRight() throws SQLException {
        List<Double> right = new ArrayList<>();
        List<Double> wrong = new ArrayList<>();
        for (var i = -WARM_UP; i < EACH; i++) {
            var member = Member.patient(database, backing());
            // Each kind comes first as often as the other.
            var first = millis(member, i % 2 == 0 ? RIGHT_ADDRESS : WRONG_ADDRESS);
            var second = millis(member, i % 2 == 0 ? WRONG_ADDRESS : RIGHT_ADDRESS);
            if (i >= 0) {
                right.add(i % 2 == 0 ? first : second);
                wrong.add(i % 2 == 0 ? second : first);
            }
        }
        var longer = chanceThatFirstIsLonger(right, wrong);
        System.out.printf(
                "Answers: a right one takes longer than a wrong one with chance %.3f; medians %.2f and %.2f ms%n",
                longer, median(right), median(wrong));
        assertThat(longer).isBetween(0.5 - CHANCE, 0.5 + CHANCE);
    }

    /** In a verification of its own, so that each is a first answer. */
    private double millis(Member member, String address) {
        var verification = started(agent(), member);
        var begin = System.nanoTime();
        answer(agent(), verification, "ADDRESS", address);
        return (System.nanoTime() - begin) / 1e6;
    }
}
