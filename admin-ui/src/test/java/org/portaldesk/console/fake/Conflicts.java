package org.portaldesk.console.fake;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiException;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.request.CodeRequestItem.Claim;

/** What stands against an act on a request. */
final class Conflicts {

    private Conflicts() {}

    static void refuse(
            @Nullable Claim claim, boolean decided, int version, @Nullable String ifMatch) {
        if (claim != null && !claim.mine()) {
            throw refusal(
                    ProblemCode.CLAIMED,
                    new Problem.Claim(claim.by(), claim.since(), claim.until()));
        }
        if (decided) {
            throw refusal(ProblemCode.STATE_CONFLICT, null);
        }
        if (ifMatch != null && !ifMatch.equals("\"" + version + "\"")) {
            throw refusal(ProblemCode.STALE, null);
        }
    }

    private static ApiException refusal(ProblemCode code, Problem.@Nullable Claim claim) {
        return new ApiException(
                new ApiFailure.Refused(
                        new Problem(
                                URI.create("about:blank"),
                                code.title(),
                                code.status(),
                                null,
                                code,
                                "4c5d1ab07f21",
                                null,
                                claim,
                                null)));
    }
}
