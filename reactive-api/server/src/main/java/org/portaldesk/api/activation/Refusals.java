package org.portaldesk.api.activation;

import java.util.Set;
import java.util.TreeSet;
import org.portaldesk.api.activation.model.IssueDecision;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.activation.ContactOverride.Collision;
import org.portaldesk.contract.problem.ProblemCode;

/** Why a code may not be issued, in the words of the API. */
public final class Refusals {

    private Refusals() {}

    /** The problem that says which rule stands against it. */
    public static ProblemException of(IssueDecision.Refused refused) {
        return switch (refused.refusal()) {
            case DECEASED ->
                    problem(ProblemCode.DECEASED, "The record says that the patient has died.");
            case ACCOUNT_ACTIVE ->
                    problem(ProblemCode.ACCOUNT_ACTIVE, "The patient has an account.");
            case TOO_YOUNG ->
                    problem(
                            ProblemCode.TOO_YOUNG,
                            "The patient has not reached the age for an own account.");
            case NO_ADDRESS ->
                    problem(
                            ProblemCode.NO_ADDRESS,
                            "The record has no address to which this could be sent.");
            case CONTACT_COLLISION ->
                    problem(ProblemCode.CONTACT_COLLISION, found(refused.collisions()));
            case REASON_REQUIRED ->
                    problem(ProblemCode.REASON_REQUIRED, "A live code would be replaced. Say why.");
        };
    }

    private static ProblemException problem(ProblemCode code, String detail) {
        return ProblemException.of(code, detail);
    }

    private static String found(Set<Collision> collisions) {
        return "A second person must approve: "
                + String.join(", ", new TreeSet<>(collisions).stream().map(Enum::name).toList())
                + ".";
    }
}
