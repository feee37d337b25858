package org.portaldesk.api.support;

import java.time.Duration;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.support.model.ActRefusal;
import org.portaldesk.contract.problem.ProblemCode;

/**
 * What a refused act is told. Everything about the verification reads the same: which part of it
 * does not hold is on record and nowhere else.
 */
final class ActRefusals {

    private ActRefusals() {}

    static ProblemException of(ActRefusal refusal) {
        return switch (refusal) {
            case NO_VERIFICATION,
                    UNKNOWN_VERIFICATION,
                    OTHER_PATIENT,
                    OTHER_AGENT,
                    NOT_PASSED,
                    WINDOW_CLOSED,
                    TOO_WEAK ->
                    problem(
                            ProblemCode.VERIFICATION_NEEDED,
                            "No verification of yours opens this for this patient now.");
            case HELD_FOR_SUPERVISOR ->
                    problem(
                            ProblemCode.SUPERVISOR_ONLY,
                            "The account is watched; a supervisor must go on.");
            case FRESH_CONTACT ->
                    problem(
                            ProblemCode.SUPERVISOR_ONLY,
                            "The e-mail address is new on the record; a supervisor must go on.");
            case DECEASED ->
                    problem(ProblemCode.DECEASED, "The account of a dead patient is never opened.");
            case NO_ACCOUNT -> problem(ProblemCode.NO_ACCOUNT, "There is nothing to act on.");
            case CLOSED_BY_STAFF ->
                    problem(ProblemCode.ACCOUNT_DISABLED, "HIM staff must open it again first.");
            case NOT_CLOSED_BY_STAFF ->
                    problem(ProblemCode.STATE_CONFLICT, "Staff have not closed this account.");
            case NO_ADDRESS -> problem(ProblemCode.NO_ADDRESS, "The record has no e-mail address.");
            case ANOTHER_ACT ->
                    problem(
                            ProblemCode.STATE_CONFLICT,
                            "Another act on this account is under way. Try again in a moment.");
            case UNSETTLED ->
                    ProblemException.later(
                            ProblemCode.UNAVAILABLE,
                            "The sign-in service broke off; how it came out is being looked at.",
                            Duration.ofSeconds(5));
        };
    }

    private static ProblemException problem(ProblemCode code, String detail) {
        return ProblemException.of(code, detail);
    }
}
