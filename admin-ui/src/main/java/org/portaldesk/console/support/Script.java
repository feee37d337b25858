package org.portaldesk.console.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portaldesk.contract.verification.Fact;
import org.portaldesk.contract.verification.Verification;

/**
 * How far the questions have come. It knows that something was answered, and never what.
 *
 * @param at the line that is asked now; past the last one when all were
 */
record Script(Verification verification, List<Line> lines, int at) {

    /** What became of a question. */
    enum Standing {
        OPEN,
        RECORDED,
        SKIPPED
    }

    /** One question. */
    record Line(Fact fact, Standing standing) {}

    Script {
        lines = List.copyOf(lines);
    }

    static Script of(Verification verification) {
        var lines =
                verification.script().stream()
                        .map(step -> new Line(step.fact(), Standing.OPEN))
                        .toList();
        return new Script(verification, lines, 0);
    }

    /** The question that is asked now; none when all were. */
    Optional<Line> current() {
        return at < lines.size() ? Optional.of(lines.get(at)) : Optional.empty();
    }

    /** The caller has answered: the next open question comes. */
    Script recorded(Fact fact) {
        return settled(fact, Standing.RECORDED);
    }

    /** The caller cannot say: the next open question comes. */
    Script skipped() {
        return current().map(line -> settled(line.fact(), Standing.SKIPPED)).orElse(this);
    }

    /** Asks this one, perhaps again. */
    Script asking(Fact fact) {
        return new Script(verification, lines, place(fact));
    }

    /** Asks for the code that was sent, before all else. */
    Script withCode() {
        if (place(Fact.CODE_ON_FILE) < lines.size()) {
            return asking(Fact.CODE_ON_FILE);
        }
        var more = new ArrayList<>(lines);
        more.add(Math.min(at, more.size()), new Line(Fact.CODE_ON_FILE, Standing.OPEN));
        return new Script(verification, more, Math.min(at, lines.size()));
    }

    /** Whether there is anything to compare. */
    boolean answered() {
        return lines.stream().anyMatch(line -> line.standing() == Standing.RECORDED);
    }

    private Script settled(Fact fact, Standing standing) {
        var after =
                lines.stream()
                        .map(line -> line.fact() == fact ? new Line(fact, standing) : line)
                        .toList();
        return new Script(verification, after, firstOpen(after));
    }

    private static int firstOpen(List<Line> lines) {
        int place = 0;
        while (place < lines.size() && lines.get(place).standing() != Standing.OPEN) {
            place++;
        }
        return place;
    }

    private int place(Fact fact) {
        int place = 0;
        while (place < lines.size() && lines.get(place).fact() != fact) {
            place++;
        }
        return place;
    }
}
