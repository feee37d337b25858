package org.portaldesk.console.widget;

import java.util.regex.Pattern;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;

/** What a failure means, in words for the person who met it. */
public final class FailureText {

    /** As the API names a rule of persons: {@code RULE: words (citation)}. */
    private static final Pattern RULE = Pattern.compile("^([A-Z_]+): ");

    private FailureText() {}

    /** One or two sentences: what is the matter, and what helps. */
    public static String of(ApiFailure failure) {
        return switch (failure) {
            case ApiFailure.Refused(var problem) -> refusal(problem);
            case ApiFailure.Away(_) -> Texts.text("failure.away");
            case ApiFailure.Broken(_) -> Texts.text("failure.broken");
            case ApiFailure.SignedOut() -> Texts.text("failure.signedOut");
        };
    }

    /** What to quote when asking for help; empty when there is nothing to look up. */
    public static String requestId(ApiFailure failure) {
        return switch (failure) {
            case ApiFailure.Refused(var problem) ->
                    problem.requestId() == null ? "" : problem.requestId();
            case ApiFailure.Away(var id) -> id;
            case ApiFailure.Broken(var id) -> id;
            case ApiFailure.SignedOut() -> "";
        };
    }

    private static String refusal(Problem problem) {
        var claim = problem.claim();
        if (problem.code() == ProblemCode.CLAIMED && claim != null) {
            return Texts.text(
                    "problem.CLAIMED.by", claim.by(), Formats.current().moment(claim.until()));
        }
        var rule = RULE.matcher(String.valueOf(problem.detail()));
        if (problem.code() == ProblemCode.SAME_PERSON && rule.find()) {
            return Texts.ofWord("rule", rule.group(1));
        }
        return Texts.of("problem", problem.code());
    }
}
