package org.portaldesk.api.policy;

import java.util.List;
import org.portaldesk.contract.policy.AccessPolicy;
import org.portaldesk.contract.problem.Problem.FieldError;

/** What came of proposing a policy, or of deciding on one; refusals are on record. */
public sealed interface PolicyOutcome {

    record Stands(AccessPolicy policy) implements PolicyOutcome {}

    record Unknown() implements PolicyOutcome {}

    record Faulty(List<FieldError> faults) implements PolicyOutcome {}

    /** A policy cannot count from a day that has begun. */
    record NotInFuture() implements PolicyOutcome {}

    /** The one who proposed it cannot decide, nor the one who asked to withdraw it agree. */
    record SamePerson() implements PolicyOutcome {}

    /** It is decided, or its day has come, or another policy has that day. */
    record TooLate() implements PolicyOutcome {}
}
