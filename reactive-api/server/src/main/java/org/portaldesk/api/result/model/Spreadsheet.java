package org.portaldesk.api.result.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.result.HoldLedger.Entry;

/**
 * The ledger of holds as comma-separated values, for a program that takes some texts for formulas:
 * whatever could begin one is given an apostrophe first.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class Spreadsheet {

    /** Spaces before it do not keep a program from seeing a formula; wide forms count too. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\p{Z}]*[=+\\-@|%\uff1d\uff0b\uff0d\uff20]|[\\t\\r\\n]");

    private static final List<String> HEADS =
            List.of(
                    "hold",
                    "result",
                    "patient",
                    "title",
                    "basis",
                    "determined by",
                    "licence",
                    "relationship",
                    "facts",
                    "from patient",
                    "from proxies",
                    "harm",
                    "placed at",
                    "placed by",
                    "seen before",
                    "review by",
                    "ends at",
                    "ended at",
                    "end reason",
                    "age in days",
                    "review",
                    "reviewed by",
                    "holds of this clinician in 30 days",
                    "too broad",
                    "confirmation");

    private Spreadsheet() {}

    /** The ledger with its heads; lines end as RFC 4180 has it. */
    public static String of(List<Entry> ledger) {
        var lines = new StringBuilder(line(HEADS));
        ledger.forEach(entry -> lines.append(line(cells(entry))));
        return lines.toString();
    }

    private static List<String> cells(Entry entry) {
        var hold = entry.hold();
        var by = hold.determinedBy();
        var review = hold.review();
        var confirmation = hold.confirmation();
        return Stream.of(
                        hold.id(),
                        hold.resultId(),
                        hold.patientName(),
                        hold.title(),
                        hold.basis(),
                        by.name(),
                        by.licence(),
                        by.relationship(),
                        hold.facts(),
                        hold.withheldFrom().patient(),
                        hold.withheldFrom().proxies().said(),
                        hold.harmType(),
                        hold.placedAt(),
                        hold.placedBy(),
                        hold.firstSeenAt(),
                        hold.reviewAt(),
                        hold.endsAt(),
                        hold.endedAt(),
                        hold.endReason(),
                        entry.ageDays(),
                        review == null ? null : review.outcome(),
                        review == null ? null : review.by(),
                        entry.sameDeterminer(),
                        entry.tooBroad(),
                        confirmation == null ? null : confirmation.state())
                .map(Spreadsheet::text)
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Spreadsheet::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** One cell, quoted, and never a formula. */
    static String cell(String value) {
        var safe = FORMULA.matcher(value).lookingAt() ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
