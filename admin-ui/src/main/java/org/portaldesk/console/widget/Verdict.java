package org.portaldesk.console.widget;

import org.portaldesk.contract.request.CodeRequest.Candidate;
import org.portaldesk.contract.request.CodeRequest.Comparison;
import org.portaldesk.contract.request.CodeRequest.Outcome;

/** How a request and a record compare, in words with a sign; never by colour alone. */
public final class Verdict {

    private Verdict() {}

    /** The word on one field. */
    public static StatusBadge of(Comparison field) {
        return switch (field.outcome()) {
            case MATCH -> new StatusBadge(Tone.GOOD, Texts.text("verdict.match"));
            case MISMATCH -> new StatusBadge(Tone.DANGER, Texts.text("verdict.mismatch"));
            case ABSENT -> new StatusBadge(Tone.QUIET, Texts.text(absent(field)));
        };
    }

    /** {@code 5 match · 1 differs}. */
    public static String summary(Candidate candidate) {
        return Texts.text(
                "verdict.summary",
                count(candidate, Outcome.MATCH),
                count(candidate, Outcome.MISMATCH));
    }

    /** The number of the record and how it compares, or that it is restricted. */
    public static String detail(Candidate candidate) {
        var mrn = candidate.mrn();
        return mrn == null
                ? Texts.text("candidates.restricted")
                : Texts.text("candidates.detail", mrn, summary(candidate));
    }

    /** How many fields compare like this. */
    public static long count(Candidate candidate, Outcome outcome) {
        return candidate.fields().stream().filter(one -> one.outcome() == outcome).count();
    }

    private static String absent(Comparison field) {
        return field.claimed() == null ? "verdict.notGiven" : "verdict.notOnRecord";
    }
}
