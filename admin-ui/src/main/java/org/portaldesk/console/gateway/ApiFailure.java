package org.portaldesk.console.gateway;

import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;

/** Why a call gave no answer. What a screen shows is decided by the kind, never by a message. */
public sealed interface ApiFailure {

    /** The API said no, and says why. */
    record Refused(Problem problem) implements ApiFailure {

        /** Which rule, right or state stood against it. */
        public ProblemCode code() {
            return problem.code();
        }
    }

    /**
     * The API cannot be reached, is too slow, or says that it cannot answer now. Trying again may
     * help.
     */
    record Away(String requestId) implements ApiFailure {}

    /** The API failed, or its answer cannot be read. */
    record Broken(String requestId) implements ApiFailure {}

    /** The sign-in has ended: at Keycloak, or because it can no longer be renewed. */
    record SignedOut() implements ApiFailure {}

    /** The failure that an error of a call stands for. */
    static ApiFailure of(Throwable error) {
        return error instanceof ApiException known ? known.failure() : new Broken("");
    }
}
